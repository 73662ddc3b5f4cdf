<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About Juzheng</source>
        <translation>关于举证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Turns what happened with a lender or a wallet into a timeline, and the timeline into a dossier that others can check. Everything stays on this computer.</source>
        <translation>把与贷款机构或钱包之间发生的事整理成时间线，再做成别人可以核对的证据册。所有内容都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it under the same terms. It comes without any warranty, and it is no legal advice.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本：可以使用、转交，也可以按同样的条款修改。不附带任何担保，也不构成法律意见。</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>What it is made of, and the licences</source>
        <translation>组成部分及其许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>This part names its licence and brings no text of it.</source>
        <translation>此部分注明了许可证，但未附全文。</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>stopped; what is saved stays</source>
        <translation>已停止，已保存的内容仍在</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopping; what is saved stays</source>
        <translation>正在停止，已保存的内容仍在</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>还剩约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>还剩约 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ActivityButton</name>
    <message numerus="yes">
        <source>Activity: %n running</source>
        <translation>
            <numerusform>活动：正在进行 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity: nothing runs</source>
        <translation>活动：没有正在进行的任务</translation>
    </message>
</context>
<context>
    <name>ActivityLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Nothing runs, and nothing ran since the start.</source>
        <translation>没有正在进行的任务，启动以来也没有。</translation>
    </message>
</context>
<context>
    <name>Agents</name>
    <message>
        <source>Agents</source>
        <translation>客服人员</translation>
    </message>
    <message>
        <source>No agent is known yet. Ask for the agent ID in every call.</source>
        <translation>还没有客服的工号。每次通话都问一下。</translation>
    </message>
    <message>
        <source>Agent ID %1 appeared under several names: %2.</source>
        <translation>工号 %1 出现过多个姓名：%2。</translation>
    </message>
    <message>
        <source>The name %2 appeared under several agent IDs: %1.</source>
        <translation>姓名“%2”出现过多个工号：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more agent(s)</source>
        <translation>
            <numerusform>再显示 %n 位客服</numerusform>
        </translation>
    </message>
    <message>
        <source>%2 (agent ID %1)</source>
        <translation>%2（工号 %1）</translation>
    </message>
    <message>
        <source>Agent ID %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>Agent ID %1 was given just before in this talk, not in this message.</source>
        <translation>工号 %1 是此前在同一对话中报的，本条消息未载工号。</translation>
    </message>
    <message>
        <source>Join with other IDs and names…</source>
        <translation>与其他工号、姓名合并…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>They speak for %1: %2</source>
        <translation>以下人员代表 %1：%2</translation>
    </message>
    <message>
        <source>The name %2 stands with agent ID %1, and without one. If it is one person, join them.</source>
        <translation>姓名 %2 有时带工号 %1，有时不带工号。如果是同一个人，请合并。</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer</source>
        <translation>已标注：与其他说法矛盾</translation>
    </message>
    <message>
        <source>Promised, due on or before %1</source>
        <translation>承诺，应于 %1 当日或之前</translation>
    </message>
    <message>
        <source>Promised, no day given</source>
        <translation>承诺，未说日期</translation>
    </message>
    <message>
        <source>the same promise as of %1</source>
        <translation>与%1的承诺为同一项</translation>
    </message>
    <message>
        <source>the day has passed</source>
        <translation>期限已过</translation>
    </message>
    <message>
        <source>Contradicting answers</source>
        <translation>互相矛盾的说法</translation>
    </message>
    <message>
        <source>Two answers contradict each other? Mark both in the timeline, in the menu of the entry.</source>
        <translation>两次说法互相矛盾？请在时间线中用事件的菜单把两条都标注出来。</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer, and nobody has said which one:</source>
        <translation>已标注为与另一处说法矛盾，还没有说明是哪一处：</translation>
    </message>
    <message>
        <source>Say which answer it contradicts</source>
        <translation>说明与哪一处矛盾</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>重新分开</translation>
    </message>
    <message>
        <source>ID given: %1</source>
        <translation>报工号：%1</translation>
    </message>
    <message>
        <source>This message mentions the agent ID; who wrote it is not said.</source>
        <translation>只提到该工号，没有说明由谁所写。</translation>
    </message>
</context>
<context>
    <name>AllDone</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>没有需要留意的地方。</translation>
    </message>
    <message>
        <source>Every exhibit is readable, has a time, and says what it proves.</source>
        <translation>每件证据都能读取，都有时间，也都写明了证明什么。</translation>
    </message>
    <message>
        <source>Show all exhibits</source>
        <translation>显示全部证据</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Juzheng</source>
        <translation>举证</translation>
    </message>
</context>
<context>
    <name>ArrangingList</name>
    <message>
        <source>Only entries of the same time can change places</source>
        <translation>只有时间相同的记录可以互换位置</translation>
    </message>
    <message>
        <source>No other entry has the same time: correct the time to move this one</source>
        <translation>没有其他记录与它时间相同：要移动它，请更正时间</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>There is no file or picture in what was dropped or pasted.</source>
        <translation>拖放或粘贴的内容里没有文件或图片。</translation>
    </message>
    <message>
        <source>Not added: the vault that it was meant for was closed meanwhile. Drop it once more.</source>
        <translation>没有添加：原定的证据库已经关闭，请再拖放一次。</translation>
    </message>
    <message>
        <source>Adding evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看清单</translation>
    </message>
    <message>
        <source>This lies on a website, and nothing is fetched from the network: save the picture first, then drop the file.</source>
        <translation>这是网页上的内容，程序不会联网下载：请先把图片保存到电脑，再拖入文件。</translation>
    </message>
</context>
<context>
    <name>AtHand</name>
    <message>
        <source>Day of the application or contract</source>
        <translation>申请或合同日期</translation>
    </message>
    <message>
        <source>Contract or case number</source>
        <translation>合同号或受理编号</translation>
    </message>
    <message>
        <source>Number of a complaint</source>
        <translation>投诉编号</translation>
    </message>
    <message>
        <source>Order number of a payment</source>
        <translation>付款单号</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>争议内容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>only for this call, kept nowhere</source>
        <translation>仅供这次通话，不会保存</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
</context>
<context>
    <name>BackgroundReading</name>
    <message>
        <source>Reading the text again</source>
        <translation>重新识别文字</translation>
    </message>
    <message>
        <source>Reading the text on pictures</source>
        <translation>识别图片上的文字</translation>
    </message>
</context>
<context>
    <name>BadEndSheet</name>
    <message>
        <source>The program was not closed properly last time</source>
        <translation>程序上次没有正常关闭</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It may have failed, or the computer was switched off. Everything that was saved is there; only what was being typed at that moment may be missing.</source>
        <translation>可能是程序出错，也可能是电脑断电。已保存的内容都在，只有当时正在输入的内容可能缺失。</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Remove all of these…</source>
        <translation>全部移除…</translation>
    </message>
    <message>
        <source>A change here is made for all of them and taken back in one step.</source>
        <translation>在此处的更改适用于所有选中的记录，可一步撤销。</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多个不同的值</translation>
    </message>
    <message>
        <source>State a zone</source>
        <translation>指定时区</translation>
    </message>
    <message>
        <source>Now: several values</source>
        <translation>现在：多个不同的值</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>Now: assumed, as the dispute&apos;s (%1)</source>
        <translation>现在：推定，同纠纷时区（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选中 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>另有 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written for %n of them…</source>
        <translation>
            <numerusform>正在为其中 %n 条写入…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BindingRow</name>
    <message>
        <source>Show the recording</source>
        <translation>查看录音</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>查看通话</translation>
    </message>
    <message>
        <source>Add the recording to the call</source>
        <translation>将录音关联到该通话</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Where the case stands</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>正在梳理时间线上的记录…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>证据清单</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Promises and agents</source>
        <translation>承诺与客服</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>In pictures</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>正在通话…</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>正在梳理时间线上的记录…</translation>
    </message>
</context>
<context>
    <name>CaseSection</name>
    <message>
        <source>Show the entry of %1 in the timeline</source>
        <translation>在时间线中查看 %1 的记录</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>Show %n more</source>
        <translation>再显示 %n 条</translation>
    </message>
    <message>
        <source>Exhibit %1: %2</source>
        <translation>证据 %1：%2</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Next deadline: %1 · %2</source>
        <translation>下一期限：%1 · %2</translation>
    </message>
    <message>
        <source>No answer recorded by %1 · %2</source>
        <translation>截至%1没有答复的记录 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>已过%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible next step: %1</source>
        <translation>下一步可以：%1</translation>
    </message>
    <message>
        <source>A complaint is under way: its answer comes first.</source>
        <translation>投诉正在处理中：先等答复。</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2, and perhaps %3: see Money</source>
        <translation>争议金额：%1 · 已退回：%2，另有%3待确认：见“资金”页</translation>
    </message>
    <message>
        <source>Missing first: %1</source>
        <translation>首先缺：%1</translation>
    </message>
    <message>
        <source>First call answered at once</source>
        <translation>首次致电即有人接听</translation>
    </message>
    <message>
        <source>First reply within a minute</source>
        <translation>首次答复在一分钟之内</translation>
    </message>
    <message>
        <source>First reply after %1</source>
        <translation>首次答复用了%1</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n 名客服</numerusform>
        </translation>
    </message>
    <message>
        <source>only under the institution&apos;s own name: nobody has said yet which numbers are theirs</source>
        <translation>仅限以机构自己名称来往的：还没有说明哪些号码是对方的</translation>
    </message>
    <message>
        <source>promises: %1 kept, %2 not kept, %3 open</source>
        <translation>承诺：兑现 %1，未兑现 %2，待定 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n past its day, not marked</source>
        <translation>
            <numerusform>%n 项已过期、尚未标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promised again: %n earlier day(s) passed</source>
        <translation>
            <numerusform>再次承诺的：此前已过 %n 个期限</numerusform>
        </translation>
    </message>
    <message>
        <source>One contact came after a promise to stop, on %1.</source>
        <translation>对方承诺停止联系后，又联系 1 次，在 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came after a promise to stop: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>对方承诺停止联系后，又联系 %n 次：首次 %1，末次 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform> %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform> %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform> %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>In dispute: %1, of which nothing has come back yet</source>
        <translation>争议金额 %1，尚未追回任何款项</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2 · still open: %3</source>
        <translation>争议金额 %1 · 已追回 %2 · 尚未追回 %3</translation>
    </message>
    <message numerus="yes">
        <source>Evidence there: %2 of %n needed piece(s) (%1%: what decides counts twice).</source>
        <translation>
            <numerusform>所需证据 %n 项中已有 %2 项（完备 %1%，关键证据按两份计）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>还有 %n 项可能已有，请核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not open links to %1: they only look like the institution&apos;s.</source>
        <translation>不要打开 %1 的链接：只是看起来像机构的网址。</translation>
    </message>
</context>
<context>
    <name>ChannelSheet</name>
    <message>
        <source>Channel</source>
        <translation>联系渠道</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Take numbers from the contract, the licence register or the card, not from an advert or a message.</source>
        <translation>号码请以合同、牌照名单或银行卡为准，不要用广告或短信里的。</translation>
    </message>
    <message>
        <source>Add a channel…</source>
        <translation>添加渠道…</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>牌照：%1</translation>
    </message>
    <message>
        <source>App: %1</source>
        <translation>App：%1</translation>
    </message>
    <message>
        <source>Publisher: %1</source>
        <translation>发行方：%1</translation>
    </message>
    <message>
        <source>Domains: %1</source>
        <translation>域名：%1</translation>
    </message>
    <message>
        <source>Numbers and names it used: %1</source>
        <translation>对方使用过的号码和名称：%1</translation>
    </message>
    <message>
        <source>Say which numbers are its own: then only their calls and messages count in findings.</source>
        <translation>说明哪些号码是对方的：之后只有这些号码的电话和信息计入发现。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit what is known of the institution</source>
        <translation>编辑机构资料</translation>
    </message>
    <message>
        <source>Do not open: %1</source>
        <translation>请勿打开：%1</translation>
    </message>
    <message>
        <source>Named in:</source>
        <translation>出现在：</translation>
    </message>
    <message>
        <source>Known from: %1</source>
        <translation>从哪里得知：%1</translation>
    </message>
    <message>
        <source>Found genuine: %1 %2</source>
        <translation>已核实：%1 %2</translation>
    </message>
    <message>
        <source>Seen on: %1</source>
        <translation>见于：%1</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>机构资料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Dossier or bag</source>
        <translation>证据册或证据包</translation>
    </message>
    <message>
        <source>Check a dossier</source>
        <translation>核验证据册</translation>
    </message>
    <message>
        <source>Checking “%1”</source>
        <translation>核验“%1”</translation>
    </message>
    <message>
        <source>check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存核验报告</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>在此列表中搜索</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ChecklistPart</name>
    <message>
        <source>How complete the evidence is</source>
        <translation>证据完整度</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>先做这些</translation>
    </message>
    <message>
        <source>There</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>By what the timeline shows</source>
        <translation>以时间线为准</translation>
    </message>
    <message>
        <source>decisive</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>How to get it: %1</source>
        <translation>怎样拿到：%1</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>What you say of it: %1</source>
        <translation>您的标注：%1</translation>
    </message>
    <message>
        <source>What decides such disputes counts twice. A piece counts because of what the timeline shows, or because you say so. What only words hint at does not count before you have looked.</source>
        <translation>关键证据按两份计。是否已有，以时间线上的记录或您的标注为准；只凭字词推测的，要您看过才计入。</translation>
    </message>
    <message>
        <source>What it should show, or how to get it: %1</source>
        <translation>应当能看到什么、怎么取得：%1</translation>
    </message>
    <message>
        <source>Perhaps there: please look</source>
        <translation>可能已有，请核对</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>有，就是这个</translation>
    </message>
    <message>
        <source>That is not it</source>
        <translation>不是这个</translation>
    </message>
    <message>
        <source>You recorded a complaint of %1: add what shows it, its mail or ticket for example.</source>
        <translation>您记录过 %1 的投诉：请加入能证明它的材料，例如邮件或工单。</translation>
    </message>
</context>
<context>
    <name>ChecklistWords</name>
    <message numerus="yes">
        <source>Evidence there: %1 of %n needed piece(s).</source>
        <translation>
            <numerusform>所需证据 %n 项中已有 %1 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>还有 %n 项可能已有，请核对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>%1 · by %2 · perhaps answered on %3</source>
        <translation>%1 · 期限至%2 · %3可能已有答复</translation>
    </message>
    <message>
        <source>%1 · by %2 · perhaps done on %3: if so, enter that day as the day of acceptance</source>
        <translation>%1 · 期限至%2 · %3可能已经完成：如果是，请把这一天填为受理日</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, which is not recorded; it would have ended on %2</source>
        <translation>%1 · 须告知您才算数，没有告知的记录；即使告知过，也已于%2届满</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, then up to %2</source>
        <translation>%1 · 须告知您才算数，最迟%2</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · done on %3 · for complex or extended cases up to %4</source>
        <translation>%1 · %2已届满 · %3完成 · 情况复杂或经延长的，最迟%4</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · for complex or extended cases up to %3</source>
        <translation>%1 · %2已届满 · 情况复杂或经延长的，最迟%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · was due on or before %2 · done on %3, %n day(s) late</source>
        <translation>
            <numerusform>%1 · 期限至 %2（含当日），%3 完成，晚 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · by %2: done</source>
        <translation>%1 · 期限至 %2：已完成</translation>
    </message>
    <message>
        <source>%1 · up to %2</source>
        <translation>%1 · 至%2</translation>
    </message>
    <message>
        <source>%1 · was due on or before %2</source>
        <translation>%1 · 期限至 %2（含当日），已过</translation>
    </message>
    <message>
        <source>%1 · due on or before %2</source>
        <translation>%1 · 期限至 %2（含当日）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Days off in it: %1</source>
        <translation>其间的节假日：%1</translation>
    </message>
    <message>
        <source>%1 is a day off: the next working day counts instead. %2</source>
        <translation>%1不是工作日，顺延至下一个工作日。%2</translation>
    </message>
    <message>
        <source>That year&apos;s days off are not announced yet.</source>
        <translation>该年的放假安排尚未公布。</translation>
    </message>
    <message>
        <source>Customary, no statutory period.</source>
        <translation>一般做法，不是法定期限。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>(not used)</source>
        <translation>（不用）</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>收或支</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Its account or number</source>
        <translation>对方账号或号码</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Own card or account</source>
        <translation>自己的卡或账户</translation>
    </message>
    <message>
        <source>Balance (not shown)</source>
        <translation>余额（不显示）</translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message>
        <source>What the columns of “%1” hold</source>
        <translation>“%1”各列的含义</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The file is read again as it was received. Entries keep what you changed, marked or linked yourself; everything else says what the columns hold. This can be undone.</source>
        <translation>将按收到时的原件重新读取。您自己改过、标注过、关联过的内容都保留，其余按各列的含义显示。可以撤销。</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>During the call</source>
        <translation>通话进行中</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入时间线</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>对方让等</translation>
    </message>
    <message>
        <source>To have at hand</source>
        <translation>手边备好</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>要问的</translation>
    </message>
    <message>
        <source>Add the recording later: its time puts it beside this call</source>
        <translation>录音以后再加：按时间就会放到这次通话旁边</translation>
    </message>
    <message>
        <source>Promised something</source>
        <translation>作出承诺</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Transferred me</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Told them I record</source>
        <translation>已告知录音</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>等候 %1</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>通话结束</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>通话开始</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>通话继续</translation>
    </message>
    <message>
        <source>This call is not on the timeline yet.</source>
        <translation>这次通话还没有加入时间线。</translation>
    </message>
    <message>
        <source>Noted before the program ended, last at %1. Add it to the timeline, or go on.</source>
        <translation>这是程序结束前记下的，最后一次在%1。可以加入时间线，也可以接着记。</translation>
    </message>
    <message>
        <source>The disk takes nothing right now: add the call to the timeline before you close.</source>
        <translation>磁盘现在写不进去：关闭前请先把通话加入时间线。</translation>
    </message>
    <message>
        <source>“I record this call.”</source>
        <translation>“我会对本次通话录音。”</translation>
    </message>
    <message>
        <source>What is your agent ID, and your name?</source>
        <translation>您的工号和姓名？</translation>
    </message>
    <message>
        <source>What exactly was decided, and by whom?</source>
        <translation>具体的处理决定是什么？由谁作出？</translation>
    </message>
    <message>
        <source>By which day?</source>
        <translation>哪一天之前办好？</translation>
    </message>
    <message>
        <source>Please confirm it in writing. What is the case&apos;s number?</source>
        <translation>请书面确认。受理编号是多少？</translation>
    </message>
    <message>
        <source>Tick what is asked</source>
        <translation>问过的打勾</translation>
    </message>
    <message>
        <source>Noted during the call: %1</source>
        <translation>通话中记下：%1</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Back to one</source>
        <translation>回到单张</translation>
    </message>
    <message>
        <source>Fit both widths</source>
        <translation>两边适合宽度</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Compare with another…</source>
        <translation>与另一份比较…</translation>
    </message>
    <message>
        <source>Move together (L)</source>
        <translation>一起移动（L）</translation>
    </message>
    <message>
        <source>Move each by itself (L)</source>
        <translation>各自移动（L）</translation>
    </message>
</context>
<context>
    <name>ComparedExhibit</name>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>Next deadline: %1 (%2)</source>
        <translation>下一个期限：%1（%2）</translation>
    </message>
    <message>
        <source>It is answered under Money, in the loan&apos;s terms.</source>
        <translation>在“资金”页的“填写借款条款…”里回答。</translation>
    </message>
    <message>
        <source>Record a complaint to another body…</source>
        <translation>记录向其他机构的投诉…</translation>
    </message>
    <message>
        <source>No ladder of bodies is known here for such a dispute in this place, and no period. What can be done: complain to the institution in writing and keep the number and the answer; ask it which body supervises it and takes complaints; record each complaint here, whoever it went to.</source>
        <translation>还不知道这个地方受理这类纠纷的各级机构，也没有已知的期限。可以做的是：书面向机构投诉，保留编号和答复；问清由谁监管、由谁受理投诉；每次投诉都登记下来，不论向谁提出。</translation>
    </message>
    <message>
        <source>This could be the next step.</source>
        <translation>下一步可以走这里。</translation>
    </message>
    <message>
        <source>%1: no answer recorded. No rule is known that says within which time it has to answer, nor how long one should wait: whether to go on now is for you to say.</source>
        <translation>%1没有答复的记录。没有查到规定它多久之内必须答复的规则，等多久算合理也没有依据；是否现在就走下一步，由您决定。</translation>
    </message>
    <message>
        <source>%1: no answer recorded, and no period for its answer is counted. Whether to go on now is for you to say.</source>
        <translation>%1没有答复的记录，也没有可计算的答复期限；是否现在就走下一步，由您决定。</translation>
    </message>
    <message>
        <source>For it: %1</source>
        <translation>好处：%1</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>需要注意：%1</translation>
    </message>
    <message>
        <source>%1: ended on %2, and no final answer is recorded.</source>
        <translation>%1：已于%2届满，没有最终答复的记录。</translation>
    </message>
    <message>
        <source>It asks for: %1</source>
        <translation>需要：%1</translation>
    </message>
    <message>
        <source>Record a complaint…</source>
        <translation>记录投诉…</translation>
    </message>
    <message>
        <source>State from when it counts…</source>
        <translation>说明从哪天起算…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more complaint(s)</source>
        <translation>
            <numerusform>再显示 %n 件投诉</numerusform>
        </translation>
    </message>
    <message>
        <source>Filed on %1</source>
        <translation>%1 提交</translation>
    </message>
    <message>
        <source>It is not said on which day: no period runs.</source>
        <translation>没有填写提交日期：期限无法起算。</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>from the timeline</source>
        <translation>来自时间线</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答复：%1</translation>
    </message>
    <message>
        <source>Record what became of it…</source>
        <translation>记录处理结果…</translation>
    </message>
    <message>
        <source>received on %1</source>
        <translation>%1收到</translation>
    </message>
    <message>
        <source>accepted on %1</source>
        <translation>%1受理</translation>
    </message>
    <message>
        <source>passed on to the institution on %1</source>
        <translation>%1转办给机构</translation>
    </message>
    <message>
        <source>told of an extension on %1</source>
        <translation>%1告知延长期限</translation>
    </message>
    <message>
        <source>answered on %1</source>
        <translation>%1答复</translation>
    </message>
    <message>
        <source>It counts as filed. Nobody recorded it, so nothing is said of an answer, and nobody is late.</source>
        <translation>按已提交计算。没有人登记过它，所以不说有没有答复，也不算谁逾期。</translation>
    </message>
    <message>
        <source>Record it as it is shown</source>
        <translation>按所显示的登记</translation>
    </message>
    <message>
        <source>A complaint on the timeline</source>
        <translation>时间线上的一件投诉</translation>
    </message>
    <message>
        <source>The entry does not show with whom: it stands on no step yet.</source>
        <translation>条目没有显示向谁提交，所以还没有列入任何一级。</translation>
    </message>
    <message>
        <source>Record where it was filed…</source>
        <translation>登记向谁提交…</translation>
    </message>
    <message>
        <source>This entry may be the answer. Is it?</source>
        <translation>这条记录可能是答复。是吗？</translation>
    </message>
    <message>
        <source>It is the answer</source>
        <translation>是答复</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>It does not acknowledge the complaint</source>
        <translation>这条并未确认收到投诉</translation>
    </message>
    <message>
        <source>Record a complaint</source>
        <translation>记录投诉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use the number %1</source>
        <translation>填入编号 %1</translation>
    </message>
    <message numerus="yes">
        <source>The dossier of %1 was filed, %n page(s)</source>
        <translation>
            <numerusform>提交的是%1导出的证据册，%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of the complaint</source>
        <translation>投诉的处理结果</translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <translation>填入 %1（%2）</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>May independent witnesses confirm since when your evidence exists?</source>
        <translation>要请独立的见证方确认证据从何时起就存在吗？</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>timestamp authorities (%1)</source>
        <translation>时间戳机构（%1）</translation>
    </message>
    <message>
        <source>two timestamp authorities</source>
        <translation>两家时间戳机构</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>请见证方确认时间</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>什么都不发送</translation>
    </message>
    <message>
        <source>Only a fingerprint is sent to %1, a number from which nothing can be read: no evidence, no names, no texts. They learn an internet address and a time, and confirm the time. You can change this in the settings at any time.</source>
        <translation>只会把一串指纹发给%1，从这串数字读不出任何内容：不含证据、姓名或文字。对方只知道一个网络地址和一个时间，并确认这个时间。您可以随时在设置中更改。</translation>
    </message>
    <message>
        <source>May witnesses confirm the time?</source>
        <translation>可以请见证方确认时间吗？</translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>%1 is “%2” in the contacts that were added.</source>
        <translation>%1 在已加入的通讯录中是“%2”。</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n 次联系</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in quiet hours</source>
        <translation>
            <numerusform>其中 %n 次在休息时段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, answered %3 after %n day(s)</source>
        <translation>
            <numerusform>%1：%2提交，%n天后于%3答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, perhaps answered after %n day(s)</source>
        <translation>
            <numerusform>%1：%2提交，%n天后可能已有答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no final answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1：%2提交，%n天没有最终答复的记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1：%2提交，%n天没有答复的记录</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: filed %2</source>
        <translation>%1：%2提交</translation>
    </message>
    <message>
        <source>%1: filed %2, %3</source>
        <translation>%1：%2提交，%3</translation>
    </message>
</context>
<context>
    <name>CopyStrip</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Remove exhibit %1…</source>
        <translation>移除证据 %1…</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; neither is larger.</source>
        <translation>也许与证据 %1 是同一张图；两者一样大。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is the larger file: less of it was lost.</source>
        <translation>也许与证据 %1 是同一张图；证据 %1 的文件更大，细节保留得更多。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is the larger file: less of it was lost.</source>
        <translation>也许与证据 %1 是同一张图；本证据的文件更大，细节保留得更多。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is larger and shows more.</source>
        <translation>也许与证据 %1 是同一张图；证据 %1 尺寸更大，更清楚。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is larger and shows more.</source>
        <translation>也许与证据 %1 是同一张图；本证据尺寸更大，更清楚。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Something went wrong that the program did not expect</source>
        <translation>程序遇到了意外的问题</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>You can go on. If something looks wrong now, restart the program: what you typed is saved first.</source>
        <translation>可以继续使用。如果有什么看起来不对，请重新启动程序：已输入的内容会先保存。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
</context>
<context>
    <name>CustodyLog</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Added and written down</source>
        <translation>添加和记下的</translation>
    </message>
    <message>
        <source>Changed and removed</source>
        <translation>修改和移除的</translation>
    </message>
    <message>
        <source>Exported and restored</source>
        <translation>导出和恢复的</translation>
    </message>
    <message>
        <source>Witnessed by others</source>
        <translation>由他方见证的</translation>
    </message>
    <message>
        <source>Everything up to entry %1 was witnessed by %2 at %3</source>
        <translation>第 %1 条及之前的全部记录，由 %2 于 %3 见证</translation>
    </message>
    <message>
        <source>%1 (content erased)</source>
        <translation>%1（内容已抹除）</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Time (this computer&apos;s clock)</source>
        <translation>时间（本机时钟）</translation>
    </message>
    <message>
        <source>Hash of the entry</source>
        <translation>本条记录的哈希</translation>
    </message>
    <message>
        <source>Hash of the entry before</source>
        <translation>上一条记录的哈希</translation>
    </message>
    <message>
        <source>Commitment to its content</source>
        <translation>内容哈希</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证方</translation>
    </message>
    <message>
        <source>Time witnessed</source>
        <translation>见证时间</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
</context>
<context>
    <name>CustodyPage</name>
    <message>
        <source>Custody log</source>
        <translation>保管记录</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>显示哪些记录</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Send myself a receipt…</source>
        <translation>给自己发一份回执…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取记录…</translation>
    </message>
</context>
<context>
    <name>DayOffWords</name>
    <message>
        <source>That is a day off: whether the next working day, %1, still counts is for the body to say.</source>
        <translation>末日不是工作日：下一个工作日%1是否仍在期限内，由该机构决定。</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation>有事件的日子</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>没有事件</translation>
    </message>
    <message numerus="yes">
        <source>%n with times that disagree</source>
        <translation>
            <numerusform>%n 条时间不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>time witnessed by %1</source>
        <translation>时间由 %1 见证</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>全部日期</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>What is asked</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit what is asked</source>
        <translation>编辑诉求</translation>
    </message>
    <message>
        <source>Nothing yet. One sentence for each thing you ask for: a refund, a correction, an apology.</source>
        <translation>还没有写。每项诉求一句话：退款、更正记录、道歉……</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go to the exhibit</source>
        <translation>转到该证据</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Disclosed</name>
    <message numerus="yes">
        <source>%n private note(s) stay in the vault.</source>
        <translation>
            <numerusform>%n 条私人备注留在证据库中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Private notes stay in the vault; there are none.</source>
        <translation>私人备注都留在证据库中；目前没有。</translation>
    </message>
    <message>
        <source>Private notes are for you alone. They are never printed and never disclosed, whatever you choose.</source>
        <translation>私人备注只给您自己看。无论怎么选择，都不会印出，也不会披露。</translation>
    </message>
    <message numerus="yes">
        <source>Place and camera data are taken out of %n picture(s).</source>
        <translation>
            <numerusform>%n 张图片中的拍摄地点和相机信息已去除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos often carry where and with which device they were taken. The dossier shows the pictures without these data; the originals in the vault keep them. What can be seen in a picture stays.</source>
        <translation>照片里往往带有拍摄地点和设备信息。证据册中的图片不含这些信息，证据库中的原件保持原样。图片上看得见的内容不会改变。</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) cannot be shown on paper: only their name and hash are in it.</source>
        <translation>
            <numerusform>%n 件证据无法印在纸上：只列出名称和哈希值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings and some other files have no picture. Hand over the original files beside the dossier; their hash in it shows that they are the same.</source>
        <translation>录音和一些其他文件没有画面。请连同证据册一起提交原始文件；证据册中的哈希值可以证明它们是同一文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n removed exhibit(s) are named as removed.</source>
        <translation>
            <numerusform>%n 件已移除的证据会注明“已移除”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Their content is gone. That something was removed, and when, stays visible, so that nobody can say it was hidden.</source>
        <translation>内容已经没有了。但移除过什么、何时移除仍然可见，这样谁也不能说您隐瞒了。</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exhibit(s)</source>
        <translation>
            <numerusform>证据 %1 / %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entry(s) of the timeline</source>
        <translation>
            <numerusform>时间线记录 %1 / %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>Only these are in the dossier. How many are left out is stated in it, so that nobody can say you kept that quiet.</source>
        <translation>证据册中只有这些。省略了多少会在其中写明，这样谁也不能说您隐瞒了。</translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s), all with what they say.</source>
        <translation>
            <numerusform>保管记录：%n 条，内容全部印出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s) with what they say</source>
        <translation>
            <numerusform>保管记录：%n 条印出内容</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 without.</source>
        <translation>%1，%2 条不印内容。</translation>
    </message>
    <message>
        <source>The custody log lists everything that was done to the evidence. Entries about what is not in the dossier, and private ones, are printed without what they say: a reader can check that none was taken out, but not read them.</source>
        <translation>保管记录列出对证据做过的一切。涉及证据册以外内容的记录和私人记录不印出内容：读者可以核对没有一条被抽走，但看不到内容。</translation>
    </message>
    <message>
        <source>The complainant&apos;s or representative&apos;s contact details are in it.</source>
        <translation>包含投诉人或代理人的联系方式。</translation>
    </message>
    <message>
        <source>Contact details are not in it.</source>
        <translation>不包含联系方式。</translation>
    </message>
    <message>
        <source>Contact details are not in it: none are recorded.</source>
        <translation>不包含联系方式：没有填写。</translation>
    </message>
    <message>
        <source>Phone number or address, as typed in the dispute. They stand on the page of the parties. Whoever gets the dossier, and whoever they hand it on to, can read them.</source>
        <translation>即纠纷中填写的电话或地址，印在当事人一页。拿到证据册的人，以及他们转交的人，都能看到。</translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) go along as they are, with place and camera data where they have them.</source>
        <translation>
            <numerusform>%n 件原件原样附上；照片中如有地点和相机信息，也在其中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Originals show that nothing was changed, so nothing is taken out of them. Photos often carry where and with which device they were taken; only the pictures on the pages are without. To keep that to yourself, export a PDF without attachments.</source>
        <translation>原件用来证明没有改动，所以不会从中去除任何内容。照片常带有拍摄地点和设备信息，只有页面上的图片不带。如不想透露，请导出不带附件的 PDF。</translation>
    </message>
</context>
<context>
    <name>DisputeHeader</name>
    <message>
        <source>Disputes</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>编辑纠纷</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>导出证据册</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Choose files or a folder. Dropping and pasting work anywhere in the window.</source>
        <translation>选择文件或文件夹。也可以拖放或粘贴到窗口任何位置。</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A whole folder…</source>
        <translation>整个文件夹…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in the timeline</source>
        <translation>在时间线中搜索</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>记录付款</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>记录投诉步骤</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>正在通话…</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>More: other names, demands, people, time zone</source>
        <translation>更多：其他名称、诉求、人员、时区</translation>
    </message>
</context>
<context>
    <name>DisputesModel</name>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide</source>
        <translation>
            <numerusform>%n 个时间待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Height of the picture</source>
        <translation>图片高度</translation>
    </message>
    <message>
        <source>Drag, or press ↑ and ↓, to make the picture larger or smaller</source>
        <translation>拖动，或按 ↑ ↓，调整图片大小</translation>
    </message>
</context>
<context>
    <name>DossierChoices</name>
    <message>
        <source>For a complaints office: confirmed entries and all exhibits, with short captions.</source>
        <translation>适合投诉受理部门：已确认的记录和全部证据，说明简短。</translation>
    </message>
    <message>
        <source>For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too.</source>
        <translation>适合律师或法院：全部内容，包括未确认的记录、文件信息和完整保管记录。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Language of the dossier</source>
        <translation>证据册语言</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Prepared by (optional)</source>
        <translation>制作人（可不填）</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) will be in the dossier.</source>
        <translation>
            <numerusform>证据册将包含 %n 件证据。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>First it is counted what is of other people; then you say where to save.</source>
        <translation>先统计其中与他人有关的内容，随后请您选择保存位置。</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>导出证据册</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP 压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Compare a dossier</source>
        <translation>核对证据册</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>包含什么</translation>
    </message>
    <message>
        <source>What it discloses</source>
        <translation>会披露什么</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>Exported so far</source>
        <translation>已导出的证据册</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>以什么形式提交</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>These pages are those of the choices before. %1</source>
        <translation>这些页面对应修改前的选择。%1</translation>
    </message>
    <message>
        <source>Drawing the pages…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>Drawing the pages anew…</source>
        <translation>正在更新页面…</translation>
    </message>
    <message>
        <source>These are the first %1 of %2 pages. The others are being drawn…</source>
        <translation>这是 %2 页中的前 %1 页，其余页面正在生成…</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Check a dossier, a bag or a vault</source>
        <translation>核验证据册、证据包或证据库</translation>
    </message>
    <message>
        <source>Add to a new dispute</source>
        <translation>加入新纠纷</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>加入“%1”</translation>
    </message>
    <message>
        <source>Save the picture on this computer first, then drop the file</source>
        <translation>请先把图片保存到这台电脑，再拖入文件</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>EditDisputeSheet</name>
    <message>
        <source>Edit the dispute</source>
        <translation>编辑纠纷</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存修改</translation>
    </message>
</context>
<context>
    <name>EntryVerbs</name>
    <message>
        <source>Nothing that was read by machine waits for a verdict here</source>
        <translation>这里没有等待确认的机器识别内容</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n that nobody has confirmed</source>
        <translation>
            <numerusform>确认其中机器识别的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>驳回</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n that nobody has confirmed</source>
        <translation>
            <numerusform>驳回其中机器识别的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Review in the exhibit</source>
        <translation>对照证据核对</translation>
    </message>
    <message>
        <source>Record a call about this exhibit…</source>
        <translation>记录与此证据有关的通话…</translation>
    </message>
    <message>
        <source>Write a note about this exhibit…</source>
        <translation>写一条与此证据有关的笔记…</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标注为</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase this vault from this computer</source>
        <translation>从这台电脑抹除此证据库</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>全部抹除</translation>
    </message>
    <message>
        <source>All originals, everything written about them and the custody log are deleted from this computer. This cannot be undone. Backups in other places stay, and so do exported dossiers and the files that were added, where they came from.</source>
        <translation>所有原件、写下的全部内容和保管记录都会从这台电脑删除，无法撤销。其他地方的备份、已导出的证据册，以及添加时的源文件都不受影响。</translation>
    </message>
    <message>
        <source>I have a backup, or I do not need the evidence any more</source>
        <translation>我已有备份，或不再需要这些证据</translation>
    </message>
</context>
<context>
    <name>ErasingSheet</name>
    <message numerus="yes">
        <source>Erase %n removed item(s) for good</source>
        <translation>
            <numerusform>彻底删除 %n 个已移除的项目</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Their originals and everything written about them are erased from this vault. This cannot be undone.</source>
        <translation>它们的原件和写下的全部内容都会从这个证据库删除，无法撤销。</translation>
    </message>
    <message>
        <source>The custody log keeps that they were there, their numbers and SHA-256, when they were removed and why. Backups made earlier and files outside the vault are not touched.</source>
        <translation>保管记录仍会留下：它们曾经存在、编号和 SHA-256、何时因何移除。以前的备份和证据库以外的文件不受影响。</translation>
    </message>
</context>
<context>
    <name>EventCorrectionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>按此确认</translation>
    </message>
</context>
<context>
    <name>EventMarks</name>
    <message>
        <source>Threat</source>
        <translation>威胁</translation>
    </message>
    <message>
        <source>Contacted somebody else</source>
        <translation>联系了他人</translation>
    </message>
    <message>
        <source>Told others of the debt</source>
        <translation>向他人透露债务</translation>
    </message>
    <message>
        <source>Contradicts another answer</source>
        <translation>与另一说法矛盾</translation>
    </message>
    <message>
        <source>Does not acknowledge the complaint</source>
        <translation>并未确认收到投诉</translation>
    </message>
    <message>
        <source>Is no answer to the complaint</source>
        <translation>不是对投诉的答复</translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>Record a call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>记录付款</translation>
    </message>
    <message>
        <source>Add an instalment</source>
        <translation>添加一期还款</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>记录投诉步骤</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入时间线</translation>
    </message>
    <message>
        <source>Add and write the next one</source>
        <translation>加入并写下一条</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>按键：%1</translation>
    </message>
    <message>
        <source>On the telephone right now? Note it as it goes on…</source>
        <translation>正在通话？边打边记…</translation>
    </message>
    <message>
        <source>2025-02-28, or +3 for three days later</source>
        <translation>2025-02-28，或 +3 表示三天后</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已加入：%1</translation>
    </message>
    <message>
        <source>Who it was with is kept for the next one: change it if it was somebody else.</source>
        <translation>对方已为下一条保留；如果换了人，请修改。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Times disagree</source>
        <translation>时间不一致</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>What does it prove?</source>
        <translation>证明什么？</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>maybe exhibit %1 again</source>
        <translation>也许同证据 %1</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Described exhibits</source>
        <translation>已说明的证据</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核对（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核对 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 described</source>
        <translation>%2 件中已说明 %1 件</translation>
    </message>
    <message>
        <source>An exhibit is described once it says what it proves. Ctrl+Enter in a fact goes on to the next one.</source>
        <translation>写明证明什么之后，证据才算已说明。在输入框中按 Ctrl+Enter 可继续填写下一件。</translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation>需要留意（%1）</translation>
    </message>
</context>
<context>
    <name>EvidenceGrid</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>ExhibitChip</name>
    <message>
        <source>Untie %1</source>
        <translation>解除关联：%1</translation>
    </message>
</context>
<context>
    <name>ExhibitChoice</name>
    <message numerus="yes">
        <source>All exhibits (%n)</source>
        <translation>
            <numerusform>全部证据（%n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>仅限所选</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
</context>
<context>
    <name>ExhibitPicker</name>
    <message>
        <source>Which exhibits show it?</source>
        <translation>哪些证据与此有关？</translation>
    </message>
    <message>
        <source>Search by number or name</source>
        <translation>按编号或名称搜索</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>No exhibit is called so.</source>
        <translation>没有符合的证据。</translation>
    </message>
    <message>
        <source>Around that time</source>
        <translation>时间相近</translation>
    </message>
    <message>
        <source>Other exhibits</source>
        <translation>其他证据</translation>
    </message>
    <message numerus="yes">
        <source>Use %n exhibit(s)</source>
        <translation>
            <numerusform>采用 %n 件证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with which exhibit?</source>
        <translation>与哪一份证据比较？</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>ExhibitViewer</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width (W)</source>
        <translation>适合宽度（W）</translation>
    </message>
    <message>
        <source>Fit page (0)</source>
        <translation>适合页面（0）</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Turn for viewing (R)</source>
        <translation>旋转查看（R）</translation>
    </message>
    <message>
        <source>Turned for viewing only; the original stays as it is</source>
        <translation>仅在查看时旋转，原件不变</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>大图查看（空格）</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>旋转查看</translation>
    </message>
    <message>
        <source>Damaged or incomplete: shown as far as it can be read</source>
        <translation>文件损坏或不完整，只显示能读出的部分</translation>
    </message>
</context>
<context>
    <name>ExhibitsField</name>
    <message>
        <source>Choose exhibits…</source>
        <translation>选择证据…</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message numerus="yes">
        <source>Show %n earlier one(s)</source>
        <translation>
            <numerusform>显示更早的 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier of this dispute was exported yet.</source>
        <translation>这个纠纷还没有导出过证据册。</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Choose where and export…</source>
        <translation>选择位置并导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>复制哈希值</translation>
    </message>
    <message>
        <source>With the SHA-256 anybody can check that the file is still the same.</source>
        <translation>凭 SHA-256，任何人都能核对文件是否未变。</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何文件。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Writing the dossier…</source>
        <translation>正在生成证据册…</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>The vault is open for reading only, and every export is recorded in it. Open it for writing to export; until then the preview shows everything.</source>
        <translation>证据库以只读方式打开，而每次导出都要记入其中。以可写方式打开后才能导出；在此之前，预览会显示全部内容。</translation>
    </message>
    <message>
        <source>Too large for an attachment to the Internet Finance Association (%1 MB, checked %2).</source>
        <translation>超出中国互联网金融协会举报附件的大小上限（%1 MB，%2 核对）。</translation>
    </message>
    <message>
        <source>Too large to be sent to an English court by e-mail (%1 MB, checked %2).</source>
        <translation>超出英国法院电子邮件的大小上限（%1 MB，%2 核对）。</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF documents. The dossier is in its folder.</source>
        <translation>这台电脑上没有能打开 PDF 的程序。证据册就在它的文件夹里。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>还缺 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>To make it smaller, leave out the attachments, or choose fewer days or exhibits and export several parts.</source>
        <translation>要缩小文件，请不附原件，或选择较短的期间、较少的证据，分几份导出。</translation>
    </message>
    <message numerus="yes">
        <source>Pages of %n exhibit(s) could not be drawn and are missing: %1. The originals are unharmed; exporting again may help.</source>
        <translation>
            <numerusform>%n 件证据有页面无法绘制，文件中缺少：%1。原件完好；重新导出可能有帮助。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Remove this entry…</source>
        <translation>移除这条记录…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>证明意义</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>文字记录与译文</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人备注</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Timestamps from elsewhere</source>
        <translation>来自别处的时间戳</translation>
    </message>
    <message>
        <source>Custody history</source>
        <translation>保管记录</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>证据中的文字</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
    <message>
        <source>kept, but it cannot be shown</source>
        <translation>已保存，但无法显示</translation>
    </message>
    <message>
        <source>damaged, shown as far as it can be read</source>
        <translation>已损坏，只显示能读出的部分</translation>
    </message>
    <message>
        <source>Call and recording</source>
        <translation>通话与录音</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>This exhibit was removed; its record stays in the custody log.</source>
        <translation>此证据已移除，记录仍保留在保管记录中。</translation>
    </message>
    <message>
        <source>This kind of file is kept safely, but has no preview. Open the original to see it.</source>
        <translation>这类文件已妥善保存，但没有预览。打开原件即可查看。</translation>
    </message>
    <message>
        <source>Try again to show it</source>
        <translation>再试一次显示</translation>
    </message>
    <message>
        <source>Its sound cannot be played here. Open the original to play it in this computer&apos;s player.</source>
        <translation>无法在这里播放。请打开原件，用电脑上的播放器播放。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>With whom (institution)</source>
        <translation>对方是谁（机构）</translation>
    </message>
    <message>
        <source>Other names of the institution, one per line</source>
        <translation>机构的其他名称，每行一个</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>What happened, in a few sentences</source>
        <translation>经过，几句话即可</translation>
    </message>
    <message>
        <source>What is asked, one demand per line</source>
        <translation>诉求，每行一条</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Complainant&apos;s contact</source>
        <translation>投诉人联系方式</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Representative&apos;s contact</source>
        <translation>代理人联系方式</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>客服姓名</translation>
    </message>
    <message>
        <source>What was said or happened</source>
        <translation>说了什么或发生了什么</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was promised, word for word</source>
        <translation>承诺原话</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>受理机构</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>证明什么</translation>
    </message>
    <message>
        <source>Element of the claim</source>
        <translation>对应的主张要件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Captured by</source>
        <translation>取证人</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>译者</translation>
    </message>
    <message>
        <source>Translated on</source>
        <translation>翻译日期</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人备注</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Exhibits that show it</source>
        <translation>相关证据</translation>
    </message>
    <message>
        <source>A short name for you to recognise it</source>
        <translation>便于自己辨认的简短名称</translation>
    </message>
    <message>
        <source>Company, app or brand</source>
        <translation>公司、应用或品牌</translation>
    </message>
    <message>
        <source>Only for you: never printed, never exported</source>
        <translation>仅供自己查看：不打印，不导出</translation>
    </message>
    <message>
        <source>For example: the loan was not applied for by me</source>
        <translation>例如：借款并非本人申请</translation>
    </message>
    <message>
        <source>One sentence: what a reader sees here and why it matters</source>
        <translation>一句话：读者能看到什么，为什么重要</translation>
    </message>
    <message>
        <source>Notes at times</source>
        <translation>时间点备注</translation>
    </message>
    <message>
        <source>For example 12378</source>
        <translation>例如 12378</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>证据中的文字</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>从这天起</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>到这天为止</translation>
    </message>
    <message>
        <source>In dispute since (can stay empty)</source>
        <translation>争议从哪天开始（可不填）</translation>
    </message>
</context>
<context>
    <name>FileCheck</name>
    <message>
        <source>Is a file still as it was exported? Choose it or drop it here.</source>
        <translation>文件和导出时一样吗？选择它，或拖到这里。</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>选择 PDF…</translation>
    </message>
    <message>
        <source>Check everything in it…</source>
        <translation>核验其中全部内容…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Unchanged: “%1” is the dossier exported on %2, byte for byte.</source>
        <translation>未改动：“%1”与 %2 导出的证据册逐字节相同。</translation>
    </message>
    <message>
        <source>“%1” is not byte for byte a dossier that was exported from this dispute: it was changed since, or comes from elsewhere.</source>
        <translation>“%1”与这个纠纷导出的任何证据册都不完全相同：导出后被改动过，或来自别处。</translation>
    </message>
</context>
<context>
    <name>FilingLinks</name>
    <message>
        <source>Entry that shows it was filed</source>
        <translation>显示已提交的条目</translation>
    </message>
    <message>
        <source>Entries that are answers</source>
        <translation>属于答复的条目</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Show more of each entry</source>
        <translation>每条显示更多内容</translation>
    </message>
    <message>
        <source>Show more entries at once</source>
        <translation>一屏显示更多记录</translation>
    </message>
    <message>
        <source>Show all days instead of %1</source>
        <translation>显示全部日期，不限于 %1</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %2 条中的 %1 条</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Fold away the files whose messages and records are told here</source>
        <translation>收起内容已在此列出的文件</translation>
    </message>
    <message>
        <source>Show the files, too, whose messages and records are told here</source>
        <translation>同时显示内容已在此列出的文件</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter by %1: %2</source>
        <translation>按%1筛选：%2</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>已存视图：%1</translation>
    </message>
    <message>
        <source>The first events; the others are being read</source>
        <translation>先显示最早的记录，其余正在读取</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>Rests on %n entries of the timeline:</source>
        <translation>
            <numerusform>依据时间线上的 %n 条记录：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Worked out from the entries you confirmed. That something departs from a standard does not make it unlawful.</source>
        <translation>由您确认过的记录计算得出。“不一致”不等于违法。</translation>
    </message>
    <message>
        <source>Nothing in the timeline departs from the standards we know.</source>
        <translation>时间线上没有与已知标准不一致之处。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more finding(s)</source>
        <translation>
            <numerusform>再显示 %n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>For you only: they stand in no dossier and in no letter.</source>
        <translation>仅供您本人参考，不写入证据册和信函。</translation>
    </message>
    <message>
        <source>Reminders about your own evidence</source>
        <translation>关于您自己证据的提醒</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more reminder(s)</source>
        <translation>
            <numerusform>再显示 %n 条提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>待说明</translation>
    </message>
    <message>
        <source>It is answered under Institution: edit it and choose its type.</source>
        <translation>请在“机构”里点编辑，选择其类型来回答。</translation>
    </message>
    <message>
        <source>Left out of the dossier: %1</source>
        <translation>不写入证据册：%1</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>不写入…</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>Leave out of the dossier</source>
        <translation>不写入证据册</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不写入</translation>
    </message>
    <message>
        <source>Why? The reason stays in the vault; the dossier says how many findings were left out.</source>
        <translation>为什么？理由只留在证据库；证据册会说明有几项未写入。</translation>
    </message>
    <message>
        <source>taken in again</source>
        <translation>重新写入</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Choose where the vault shall be</source>
        <translation>选择证据库放在哪里</translation>
    </message>
</context>
<context>
    <name>FoundInMessage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>A machine found in it, not confirmed: %1</source>
        <translation>机器在其中找到，尚未确认：%1</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核对（%1）</translation>
    </message>
</context>
<context>
    <name>FurtherPages</name>
    <message>
        <source>Exporting the dossier</source>
        <translation>导出证据册</translation>
    </message>
    <message>
        <source>The dossier is exported.</source>
        <translation>证据册已导出。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>GearMenu</name>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Juzheng</source>
        <translation>关于举证</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>At a glance</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>编辑纠纷</translation>
    </message>
    <message>
        <source>What</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>与谁</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>目前状态</translation>
    </message>
    <message>
        <source>not written down yet</source>
        <translation>还没有写</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this: %1?</source>
        <translation>这是什么：%1？</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
</context>
<context>
    <name>HelpPopover</name>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>%1 (content erased)</source>
        <translation>%1（内容已抹除）</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select an entry to see everything that is known about it.</source>
        <translation>选择一条记录，查看它的全部信息。</translation>
    </message>
</context>
<context>
    <name>InstalmentSheet</name>
    <message>
        <source>A row of the loan</source>
        <translation>借款的一行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Only what has arrived counts as paid out.</source>
        <translation>只有已到账的才算放款。</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>One person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Tick all agent IDs and names that are this person&apos;s. Taking a tick away parts them again.</source>
        <translation>请勾选属于这个人的所有工号和姓名；取消勾选，就重新分开。</translation>
    </message>
    <message>
        <source>Agent IDs and names of this dispute</source>
        <translation>本争议中的工号和姓名</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Agent ID %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>parted again</source>
        <translation>重新分开</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Money arrived from an app I never applied to</source>
        <translation>收到了从没申请过的应用放的款</translation>
    </message>
    <message>
        <source>I paid a fee; then no loan, no refund, no answer</source>
        <translation>交了费用，却没有贷款、不退款、没人理</translation>
    </message>
    <message>
        <source>The debt is not mine, or is paid already</source>
        <translation>债不是我的，或者已经还清</translation>
    </message>
    <message>
        <source>Too many or threatening calls; others were contacted</source>
        <translation>催收太频繁或有威胁，还联系了别人</translation>
    </message>
    <message>
        <source>Money left my bank, but the wallet did not rise</source>
        <translation>银行扣了钱，钱包余额没有增加</translation>
    </message>
    <message>
        <source>The wallet refuses, delays or froze my money</source>
        <translation>钱包拒绝、拖延提现，或冻结了我的钱</translation>
    </message>
    <message>
        <source>Somebody else used my account, and money is gone</source>
        <translation>账号被别人使用，钱不见了</translation>
    </message>
    <message>
        <source>I cancelled or was refunded; they still collect</source>
        <translation>已取消或已退款，仍在催款</translation>
    </message>
    <message>
        <source>They do not answer, or do not keep their word</source>
        <translation>不答复，或者说了不算</translation>
    </message>
    <message>
        <source>Something else; it can be told in your own words</source>
        <translation>其他情况，可用自己的话说明</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Nothing that a reader would ask for.</source>
        <translation>读者会问的都有了。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>No exhibit is in it.</source>
        <translation>一件证据也没有。</translation>
    </message>
    <message>
        <source>The complainant&apos;s name.</source>
        <translation>投诉人的姓名。</translation>
    </message>
    <message>
        <source>What you ask for.</source>
        <translation>您的诉求。</translation>
    </message>
    <message>
        <source>What happened, in your own words.</source>
        <translation>用您自己的话写的事情经过。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) whose times disagree.</source>
        <translation>
            <numerusform>%n 条记录的时间互相矛盾。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) without a time.</source>
        <translation>
            <numerusform>%n 条记录没有时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that do not say what they prove.</source>
        <translation>
            <numerusform>%n 件证据没有写明证明什么。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) called by their file name only.</source>
        <translation>
            <numerusform>%n 件证据只有文件名，没有标题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that could not be read.</source>
        <translation>
            <numerusform>%n 件证据无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>有 %n 个压缩包还没有打开，里面的文件还没有添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine-read entry(s), left out until you confirm them.</source>
        <translation>
            <numerusform>%n 条机器识别的记录，确认前不会放入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed: what became of them?</source>
        <translation>
            <numerusform>%n 项承诺已过期：结果如何？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n 个时间与其他相差很远：年份对吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>有 %n 个导出文件还没有导入时间线。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LapsedWords</name>
    <message>
        <source>Your time for this ended on %1 · %2: %3.</source>
        <translation>您的期限已于%1结束 · %2：%3。</translation>
    </message>
    <message>
        <source>Nothing filed since is recorded. Ask there whether a late request is still taken.</source>
        <translation>此后没有提出的记录。可询问对方是否还受理逾期的申请。</translation>
    </message>
    <message>
        <source>Still possible: %1.</source>
        <translation>仍可考虑：%1。</translation>
    </message>
</context>
<context>
    <name>LargeSide</name>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>文字记录与译文</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>证明意义</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Type word for word what is written or said</source>
        <translation>逐字输入画面上写的或录音里说的内容</translation>
    </message>
    <message>
        <source>The same in another language</source>
        <translation>用另一种语言写出同样的内容</translation>
    </message>
    <message>
        <source>Type word for word what is said. F8 plays and pauses, F7 goes back three seconds</source>
        <translation>逐字输入录音里说的内容。F8 播放与暂停，F7 后退三秒</translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Large view</source>
        <translation>大图查看</translation>
    </message>
    <message>
        <source>Previous exhibit (Ctrl+←)</source>
        <translation>上一份证据（Ctrl+←）</translation>
    </message>
    <message>
        <source>Next exhibit (Ctrl+→)</source>
        <translation>下一份证据（Ctrl+→）</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Close the large view (Space)</source>
        <translation>关闭大图（空格）</translation>
    </message>
    <message>
        <source>Hide the facts (I)</source>
        <translation>隐藏资料（I）</translation>
    </message>
    <message>
        <source>Show the facts (I)</source>
        <translation>显示资料（I）</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Left out of the letter</source>
        <translation>信里没有写的</translation>
    </message>
    <message>
        <source>Courtesies, adverts, what there was no room for, and what could be asked back. Add what matters: it is put in its place.</source>
        <translation>客套话、广告、写不下的内容，以及可以要求退还的款项。重要的请加入，会放到应在的位置。</translation>
    </message>
    <message>
        <source>Search what was left out</source>
        <translation>搜索没有写的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n more; search for them</source>
        <translation>
            <numerusform>另有 %n 条，可以搜索</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the letter</source>
        <translation>写进信里</translation>
    </message>
</context>
<context>
    <name>LetterCounts</name>
    <message numerus="yes">
        <source>%n blank(s) to fill in</source>
        <translation>
            <numerusform>%n 处待填写</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) that no entry shows yet</source>
        <translation>
            <numerusform>%n 处陈述还没有事件支持</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Keep draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信函语言</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>信函正文</translation>
    </message>
    <message>
        <source>Next blank</source>
        <translation>下一处空白</translation>
    </message>
    <message>
        <source>Draft anew</source>
        <translation>重新起草</translation>
    </message>
    <message>
        <source>Throws away what you changed and writes the letter from the entries again</source>
        <translation>放弃您的改动，按事件重新写这封信</translation>
    </message>
    <message>
        <source>Save for Word…</source>
        <translation>存为 Word 文档…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Word document (%1)</source>
        <translation>Word 文档 (%1)</translation>
    </message>
    <message>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <source>Your words stay as they are. “Draft anew” writes the letter in the chosen language.</source>
        <translation>您写的内容保持不变。点“重新起草”会用所选语言重写这封信。</translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>没有待填写的地方。</translation>
    </message>
    <message>
        <source>Save the letter first: this vault is open for reading only.</source>
        <translation>请先把信存为文件：此证据库以只读方式打开。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Says what happened, what shows it and what you ask for.</source>
        <translation>写明发生了什么、有什么证据、您要求什么。</translation>
    </message>
    <message>
        <source>Written confirmation after a call</source>
        <translation>通话后请求书面确认</translation>
    </message>
    <message>
        <source>Holds an agent&apos;s words fast: ask for a written answer right after the call.</source>
        <translation>把客服说的话固定下来：通话后马上请对方书面答复。</translation>
    </message>
    <message>
        <source>Stop contacting me or others</source>
        <translation>停止联系我和他人</translation>
    </message>
    <message>
        <source>For collection calls and messages at night, too often, or to people you know.</source>
        <translation>适用于深夜、过于频繁，或打给您熟人的催收电话和短信。</translation>
    </message>
    <message>
        <source>Access to your data</source>
        <translation>查阅个人信息</translation>
    </message>
    <message>
        <source>Asks what is kept about you: contract, consent, calls, where the data came from.</source>
        <translation>询问对方保存了哪些信息：合同、授权、通话，以及信息从哪里来。</translation>
    </message>
    <message>
        <source>Correction of your data</source>
        <translation>更正个人信息</translation>
    </message>
    <message>
        <source>For a wrong debt, a wrong number or a wrong entry in a credit report.</source>
        <translation>适用于债务有误、号码有误或征信记录有误。</translation>
    </message>
    <message>
        <source>Deletion of your data</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>For data that was kept without a reason, or after you closed the account.</source>
        <translation>适用于没有理由保存的信息，或账户注销后仍被保存的信息。</translation>
    </message>
    <message>
        <source>Letters say only what your confirmed entries show. What only you know is left as a marked blank. Read each one before you send it.</source>
        <translation>信函只写您已确认的事件所能说明的内容。只有您知道的地方会留出标明的空白。寄出之前请通读一遍。</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写信…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>致</translation>
    </message>
    <message>
        <source>To whom the complaint goes</source>
        <translation>投诉寄给谁</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>机构资料</translation>
    </message>
    <message>
        <source>A kept draft: for you only, in no dossier.</source>
        <translation>已保存的草稿：只供您自己看，不会写进任何证据册。</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>继续写…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>entries of the timeline</source>
        <translation>时间线上的记录</translation>
    </message>
    <message>
        <source>what was removed from it</source>
        <translation>从时间线移除的记录</translation>
    </message>
    <message>
        <source>complaints and answers</source>
        <translation>投诉和答复</translation>
    </message>
    <message>
        <source>what became of promises</source>
        <translation>承诺的结果</translation>
    </message>
    <message>
        <source>Changed since it was kept: %1. Check what it says of that, or write it anew.</source>
        <translation>保存之后有变动：%1。请核对信中相关的话，或重新起草。</translation>
    </message>
    <message>
        <source>draft removed</source>
        <translation>草稿已移除</translation>
    </message>
    <message>
        <source>Exhibit %1 was erased for good: what it showed is left out, with a mark, when the letter is saved.</source>
        <translation>证据 %1 已被彻底删除：保存信件时会略去其内容，并在原处注明。</translation>
    </message>
</context>
<context>
    <name>LineSheet</name>
    <message>
        <source>Correct a line</source>
        <translation>更正一行文字</translation>
    </message>
    <message>
        <source>Keep so</source>
        <translation>按此保存</translation>
    </message>
    <message>
        <source>The machine read: “%1”. Its reading is kept beside yours.</source>
        <translation>机器识别为：“%1”。机器的结果会与您的更正一并保留。</translation>
    </message>
</context>
<context>
    <name>LoanCard</name>
    <message>
        <source>The loan</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>Principal as they state it: %1</source>
        <translation>对方所称本金：%1</translation>
    </message>
    <message>
        <source>Paid out: %1</source>
        <translation>实际到账：%1</translation>
    </message>
    <message>
        <source>Held back before it was paid out: %1</source>
        <translation>放款前扣下：%1</translation>
    </message>
    <message>
        <source>What it cost is worked out once all its payments are named, those still to come, too.</source>
        <translation>列出全部还款（包括尚未到期的）后，才能算出资金成本。</translation>
    </message>
    <message>
        <source>Cost a year: %1 nominal, %2 effective</source>
        <translation>年化资金成本：名义 %1，有效 %2</translation>
    </message>
    <message>
        <source>By payments made: %1, and still to come by the plan: %2. Each counts once.</source>
        <translation>依据：已还 %1 笔，计划中待还 %2 笔；每笔只计一次。</translation>
    </message>
    <message>
        <source>Add the plan to the evidence, or use “Choose its payments…” and “Add an instalment…” below.</source>
        <translation>把还款计划加入证据，或用下面的“选择借款的收支…”和“添加一期还款…”。</translation>
    </message>
    <message>
        <source>Answer it under “State the loan&apos;s terms…”; which payments were fees is ticked under “Choose its payments…”.</source>
        <translation>在“填写借款条款…”里回答；哪些付款是费用，在“选择借款的收支…”里勾选。</translation>
    </message>
    <message>
        <source>Held back from the payout</source>
        <translation>放款前扣下的</translation>
    </message>
    <message>
        <source>Paid beside it</source>
        <translation>另外支付的</translation>
    </message>
    <message>
        <source>Reference line: %1</source>
        <translation>参考线：%1</translation>
    </message>
    <message>
        <source>The daily rate r at which the payments, each on its day, are worth what was received: %1.</source>
        <translation>按每笔还款的日期折现等于实际到账求日利率 r：%1。</translation>
    </message>
    <message>
        <source>The monthly rate r at which the payments are worth what was received: %1. A payment within five days of a whole month counts as of that month.</source>
        <translation>按每期还款折现等于实际到账求月利率 r：%1。与整月相差五天以内的还款按该月计。</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>到账</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>已还</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>待还</translation>
    </message>
    <message>
        <source>fee, %1</source>
        <translation>费用，%1</translation>
    </message>
    <message>
        <source>paid by another row, not counted again</source>
        <translation>已由另一行还清，不重复计</translation>
    </message>
    <message>
        <source>paid by the early settlement, not counted again</source>
        <translation>已由提前结清的款项还清，不重复计算</translation>
    </message>
    <message>
        <source>held back from the payout</source>
        <translation>放款前扣下，不另计</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>可能是放款前扣下的，未说明，不计入</translation>
    </message>
    <message>
        <source>the same money as another row, not counted</source>
        <translation>与另一行是同一笔钱，不计</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Edit the row of %1</source>
        <translation>修改 %1 这一行</translation>
    </message>
    <message>
        <source>State the loan&apos;s terms…</source>
        <translation>填写借款条款…</translation>
    </message>
    <message numerus="yes">
        <source>Payments with the institution that are not among its rows: %n</source>
        <translation>
            <numerusform>与机构的往来中，未列入借款的有 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an instalment…</source>
        <translation>添加一期还款…</translation>
    </message>
    <message>
        <source>Add a fee…</source>
        <translation>添加费用…</translation>
    </message>
    <message>
        <source>Choose its payments…</source>
        <translation>选择借款的收支…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What the institution moved is taken for the loan&apos;s own; others can be chosen below.</source>
        <translation>与机构的往来先视为这笔借款的收支；可在下方另选。</translation>
    </message>
    <message>
        <source>Add a fee of the loan</source>
        <translation>添加贷款的费用</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入时间线</translation>
    </message>
    <message>
        <source>A service, guarantee or insurance fee, for example: it counts in what the loan cost.</source>
        <translation>例如服务费、担保费、保险费：会计入贷款的成本。</translation>
    </message>
    <message>
        <source>It was held back from the payout, not paid beside it</source>
        <translation>是从放款里预先扣下的，没有另外付</translation>
    </message>
</context>
<context>
    <name>LoanRowsSheet</name>
    <message>
        <source>The loan&apos;s payments</source>
        <translation>这笔借款的收支</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A row of a plan and the payment that pays it may both be ticked: each counts once. What failed does not count.</source>
        <translation>还款计划的一期和还这一期的付款可以都勾选：只计一次。失败的不计。</translation>
    </message>
    <message>
        <source>Paid out to you by</source>
        <translation>放款（到账）</translation>
    </message>
    <message>
        <source>Paid back by, or to be paid</source>
        <translation>还款（已还或待还）</translation>
    </message>
    <message>
        <source>Fees (service, guarantee, insurance…)</source>
        <translation>费用（服务费、担保费、保险费等）</translation>
    </message>
    <message>
        <source>No such payment is on the timeline yet.</source>
        <translation>时间线上还没有这样的收支。</translation>
    </message>
</context>
<context>
    <name>LogCounts</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>Go to %1</source>
        <translation>跳到 %1</translation>
    </message>
    <message>
        <source>What is said here</source>
        <translation>这里说了什么</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Remove the mark at %1</source>
        <translation>删除 %1 的备注</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>Press M while you listen to note what is said at that moment.</source>
        <translation>播放时按 M，备注此刻说了什么。</translation>
    </message>
    <message>
        <source>Consent to the recording: it is said here that the call is being recorded.</source>
        <translation>录音知情：此处说明了通话正在录音。</translation>
    </message>
    <message>
        <source>Told of the recording here</source>
        <translation>此处告知了录音</translation>
    </message>
    <message>
        <source>Note at this moment that the other side is told of the recording, or agrees to it (T)</source>
        <translation>在此刻标注：已告知对方正在录音，或对方表示同意（T）</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件证据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageReading</name>
    <message>
        <source>Looking through imported messages</source>
        <translation>正在查看导入的消息</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong that the program did not expect.</source>
        <translation>出现了程序没有预料到的问题。</translation>
    </message>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed. Try again; if it happens again, close the program and open it anew.</source>
        <translation>证据是安全的：不会只保存一半，原件也绝不会被改动。请再试一次；如果再次出现，请关闭程序后重新打开。</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole page; the frame shows the visible part</source>
        <translation>整页缩略图，方框标出当前可见部分</translation>
    </message>
</context>
<context>
    <name>Misfiled</name>
    <message>
        <source>Move to another body…</source>
        <translation>改为其他受理机构…</translation>
    </message>
    <message>
        <source>Remove this complaint…</source>
        <translation>移走这件投诉…</translation>
    </message>
    <message>
        <source>With whom was it filed?</source>
        <translation>是向哪里投诉的？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove this complaint</source>
        <translation>移走这件投诉</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移走</translation>
    </message>
    <message>
        <source>Why? It leaves the ladder and can be undone; the custody log keeps it with the reason.</source>
        <translation>为什么？它会从投诉阶梯上移走，可以撤销；保管记录里留有它和原因。</translation>
    </message>
</context>
<context>
    <name>MishapSheet</name>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed.</source>
        <translation>证据是安全的：任何内容都不会只保存一半，原件也从不改动。</translation>
    </message>
    <message>
        <source>This report helps those who can mend the program. It names the place in the program, nothing of your evidence: no texts, no names, no paths. It is not sent; you decide whom to give it to.</source>
        <translation>这份报告可以帮助修复程序的人。它只写明程序中的位置，不含任何证据内容：没有文字、姓名或路径。报告不会被发送，给谁看由自己决定。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>It could not be saved there: %2. Choose another place.</source>
        <translation>无法保存到那里：%2。请另选位置。</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>No payment is on the timeline yet.</source>
        <translation>时间线上还没有付款。</translation>
    </message>
    <message>
        <source>Each movement</source>
        <translation>逐笔往来</translation>
    </message>
    <message>
        <source>with the institution by its description</source>
        <translation>依其摘要是与机构的往来</translation>
    </message>
    <message>
        <source>the same money stands in another record, not counted</source>
        <translation>另一份记录中的同一笔钱，不重复计</translation>
    </message>
    <message>
        <source>counted among the refunds</source>
        <translation>计入退款</translation>
    </message>
    <message>
        <source>to another company, summed under its name</source>
        <translation>付给另一家公司，计在该公司名下</translation>
    </message>
    <message>
        <source>held back from the payout, not counted again</source>
        <translation>放款前扣下，不另计</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>可能是放款前扣下的，未说明，不计入</translation>
    </message>
    <message>
        <source>a fee of the loan, payee not stated</source>
        <translation>贷款费用，未注明付给谁</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Received besides: %1. If it was given back, edit the payment: “refunded”, by the institution.</source>
        <translation>另外收到：%1。如属退回，请编辑这笔支付：结果选“已退款”，对方填该机构。</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>收到：%1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>支付：%1</translation>
    </message>
    <message>
        <source>Refunded: %1</source>
        <translation>退款：%1</translation>
    </message>
    <message>
        <source>Paid for the loan to %1, another company: %2</source>
        <translation>为这笔贷款付给另一家公司%1：%2</translation>
    </message>
    <message>
        <source>Instalments past their day:</source>
        <translation>已过还款日的期次：</translation>
    </message>
    <message>
        <source>In no sum above. If a company is the institution itself, add its name to the institution&apos;s.</source>
        <translation>不计入上面的合计。如果某公司就是该机构本身，请把它的名称加到机构的名称里。</translation>
    </message>
    <message>
        <source>Fees of the loan, payee not stated: %1</source>
        <translation>贷款费用，未注明付给谁：%1</translation>
    </message>
    <message>
        <source>In no sum above. Open the entry and fill in with whom it was, be it the institution.</source>
        <translation>不计入上面的合计。请打开该条目填写付给了谁；付给该机构的也请写明。</translation>
    </message>
    <message>
        <source>Called fees, among what was paid: %1</source>
        <translation>名为费用的支付（已含在支付合计中）：%1</translation>
    </message>
    <message>
        <source>Only what is done counts; money that several records show counts once.</source>
        <translation>只计已完成的；几份记录显示的同一笔钱只计一次。</translation>
    </message>
    <message>
        <source>between own accounts, not counted</source>
        <translation>本人账户之间，不计入</translation>
    </message>
    <message>
        <source>not with the institution, not counted</source>
        <translation>不是与机构的往来，不计入</translation>
    </message>
    <message>
        <source>Between you and the institution</source>
        <translation>与机构的往来合计</translation>
    </message>
    <message>
        <source>Movements with others, or with nobody named: %1, in no sum</source>
        <translation>与其他人的往来（含未写明对方的）：%1 笔，不计入</translation>
    </message>
    <message>
        <source>What is in dispute</source>
        <translation>争议的钱</translation>
    </message>
    <message>
        <source>In dispute: %1</source>
        <translation>争议金额：%1</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>已追回：%1</translation>
    </message>
    <message>
        <source>Still open: %1</source>
        <translation>尚未追回：%1</translation>
    </message>
    <message>
        <source>the same money: %1</source>
        <translation>同一笔钱：%1</translation>
    </message>
</context>
<context>
    <name>NewDisputeSheet</name>
    <message>
        <source>New dispute</source>
        <translation>新建纠纷</translation>
    </message>
    <message>
        <source>Create the dispute</source>
        <translation>创建纠纷</translation>
    </message>
    <message>
        <source>Left empty, it is made from the answers above</source>
        <translation>留空则由以上回答自动生成</translation>
    </message>
</context>
<context>
    <name>NoDisputePage</name>
    <message>
        <source>Begin with a dispute, then drop everything you have on it.</source>
        <translation>先新建一个纠纷，再把手上的材料都拖进来。</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>新建纠纷</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>先看一个示例纠纷</translation>
    </message>
    <message>
        <source>Screenshots, messages, recordings, contracts: the originals are kept unchanged and put in order by time. They never leave this computer.</source>
        <translation>截图、短信、录音、合同：原件原样保存，绝不离开这台电脑，并按时间排好。</translation>
    </message>
</context>
<context>
    <name>NoEventsPage</name>
    <message>
        <source>Drop screenshots, recordings and documents here.</source>
        <translation>把截图、录音和文件拖到这里。</translation>
    </message>
    <message>
        <source>Whole folders and ZIP archives work too, and so does pasting. They are put in order by time.</source>
        <translation>整个文件夹、ZIP 压缩包和粘贴都可以，会自动按时间排好。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>NoHitsPage</name>
    <message>
        <source>Nothing here contains “%1”.</source>
        <translation>没有包含“%1”的内容。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Nothing here passes all filters.</source>
        <translation>没有记录符合全部筛选条件。</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>搜索所有纠纷</translation>
    </message>
    <message>
        <source>The search for “%1” counts as one of them.</source>
        <translation>搜索“%1”也是其中一个条件。</translation>
    </message>
    <message>
        <source>The events are still there; they are only not shown.</source>
        <translation>事件都还在，只是没有显示。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Searched were parties, numbers, agents, words, exhibit names, apps and devices of this dispute, and what was read in its exhibits.</source>
        <translation>已在此纠纷的对方、号码、客服、文字、证据名称、应用和设备，以及从证据中识别的文字中搜索。</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No entry of the log is like that.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Search for other words, or show everything again.</source>
        <translation>换个词搜索，或重新显示全部。</translation>
    </message>
</context>
<context>
    <name>NothingToReview</name>
    <message>
        <source>All exhibits</source>
        <translation>全部证据</translation>
    </message>
    <message>
        <source>Looking for what was read…</source>
        <translation>正在查找识别结果…</translation>
    </message>
    <message>
        <source>Nothing was read on the pictures yet.</source>
        <translation>图片上的文字尚未识别。</translation>
    </message>
    <message>
        <source>The text on pictures is read in the background, on this computer. What is found will wait here for you to confirm it.</source>
        <translation>图片上的文字在本机后台识别。识别出的内容会在这里等您确认。</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>继续识别</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>自动识别图片上的文字</translation>
    </message>
    <message>
        <source>Reading is paused. Once it goes on, what is found will wait here for you to confirm it.</source>
        <translation>识别已暂停。继续后，识别出的内容会在这里等您确认。</translation>
    </message>
    <message>
        <source>Pictures are not read automatically: that is switched off. Switch it on, or let a single picture be read beside it; it is done on this computer, and what is found will wait here for you to confirm it.</source>
        <translation>自动识别图片上的文字已关闭。您可以打开它，也可以在图片旁单独识别某一张；识别只在本机进行，识别出的内容会在这里等您确认。</translation>
    </message>
    <message>
        <source>The vault is open for reading only: the text on pictures is not read in it.</source>
        <translation>证据库以只读方式打开：不会识别其中图片上的文字。</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>How much is there</source>
        <translation>已有多少</translation>
    </message>
    <message>
        <source>What is confirmed counts, each once however many files show it.</source>
        <translation>只计已确认的内容；几个文件显示同一件事，只计一次。</translation>
    </message>
    <message numerus="yes">
        <source>exhibit(s)</source>
        <translation>
            <numerusform>件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) with events</source>
        <translation>
            <numerusform>天有事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>message(s)</source>
        <translation>
            <numerusform>条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>call(s)</source>
        <translation>
            <numerusform>次通话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>payment(s)</source>
        <translation>
            <numerusform>笔支付</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>login(s)</source>
        <translation>
            <numerusform>次登录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>repayment(s)</source>
        <translation>
            <numerusform>笔还款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note(s)</source>
        <translation>
            <numerusform>条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promise(s)</source>
        <translation>
            <numerusform>项承诺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>complaint step(s)</source>
        <translation>
            <numerusform>个投诉步骤</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Check it</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Checking reads it and says whether it is unchanged and since when that is witnessed. It changes nothing and adds nothing.</source>
        <translation>核验会读取它，说明它有没有被改动过、从何时起有见证。不会改动任何内容，也不会添加任何内容。</translation>
    </message>
    <message>
        <source>Add it as evidence</source>
        <translation>作为证据添加</translation>
    </message>
    <message>
        <source>Or add it as evidence to “%1”, as any other file.</source>
        <translation>也可以像其他文件一样，作为证据添加到“%1”。</translation>
    </message>
    <message>
        <source>“%1” looks like a dossier</source>
        <translation>“%1”像是一份证据册</translation>
    </message>
    <message>
        <source>“%1” looks like a bag with a dossier</source>
        <translation>“%1”像是一个含证据册的证据包</translation>
    </message>
    <message>
        <source>“%1” is a vault</source>
        <translation>“%1”是一个证据库</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Looking into exported files</source>
        <translation>正在查看导出的文件</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Importing exported records</source>
        <translation>正在导入记录</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>未导入：%1</translation>
    </message>
    <message>
        <source>There is no exported file that could be put onto the timeline now.</source>
        <translation>现在没有可以导入时间线的导出文件。</translation>
    </message>
</context>
<context>
    <name>OfferingWords</name>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>新增 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 件已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n 条未能读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not imported yet</source>
        <translation>
            <numerusform>有 %n 个导出文件还没有导入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the vault…</source>
        <translation>正在打开证据库…</translation>
    </message>
</context>
<context>
    <name>OriginalPanel</name>
    <message>
        <source>Copy the SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Received as “%1”</source>
        <translation>收到时的文件名：%1</translation>
    </message>
    <message>
        <source>Also as “%1”</source>
        <translation>也曾名为：%1</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>取自：%1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>添加于 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Open with a password…</source>
        <translation>用密码打开…</translation>
    </message>
    <message>
        <source>Take its pages out as pictures</source>
        <translation>把画面取出为图片</translation>
    </message>
    <message>
        <source>Adds what the film shows at rest as exhibits, at their moments</source>
        <translation>把视频中停留的画面按其时刻添加为证据</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>各列的含义…</translation>
    </message>
    <message>
        <source>Say what the columns of this table hold, and have it read again</source>
        <translation>说明这张表格各列的含义，并重新读取</translation>
    </message>
</context>
<context>
    <name>OthersChoice</name>
    <message>
        <source>Messages of other people</source>
        <translation>其他人的消息</translation>
    </message>
    <message>
        <source>Only what is with the other side</source>
        <translation>只列入与对方的往来</translation>
    </message>
    <message>
        <source>Everything, also with other people</source>
        <translation>全部列入，包括与其他人的往来</translation>
    </message>
    <message>
        <source>Hand over the whole export files, too</source>
        <translation>同时交出完整的导出文件</translation>
    </message>
    <message>
        <source>Show which numbers are theirs</source>
        <translation>查看哪些号码是对方的</translation>
    </message>
    <message>
        <source>Say which numbers are theirs</source>
        <translation>说明哪些号码是对方的</translation>
    </message>
    <message>
        <source>What you typed, marked, changed or accepted stays in, a file of which you wrote what it proves, an e-mail added as a file of its own, and all that was read off pictures.</source>
        <translation>您自己填写、标记、修改或确认过的，您写明了证明什么的文件，单独加入的电子邮件，以及从图片中识别出的，都会保留。</translation>
    </message>
    <message>
        <source>Your export files hold more than is on the timeline, also what is with other people.</source>
        <translation>您的导出文件里的内容比时间线上的多，可能也有与其他人的往来。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), message(s) or payment(s)</source>
        <translation>
            <numerusform>%n 条通话、消息或付款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n person(s)</source>
        <translation>
            <numerusform>与 %n 个人的</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out. Nobody has said yet which of these are the other side.</source>
        <translation>%2 %1会随证据册交出去。还没有说明其中哪些是对方。</translation>
    </message>
    <message numerus="yes">
        <source>with %n other person(s)</source>
        <translation>
            <numerusform>与另外 %n 个人的</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out: perhaps family, doctors, codes of a bank. Every reader could see them.</source>
        <translation>%2 %1会随证据册交出去：其中可能有家人、医生、银行验证码。每个读者都能看到。</translation>
    </message>
    <message>
        <source>%1 %2 stay out. The dossier says how many, and with whom the others are.</source>
        <translation>%2 %1不列入。证据册会写明不列入多少，以及列入的是与谁的往来。</translation>
    </message>
    <message>
        <source>So far only what is under the institution&apos;s own name counts as theirs.</source>
        <translation>目前只有以机构自己名称来往的才算对方的。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that show nothing else stay out, too.</source>
        <translation>
            <numerusform>另有 %n 个只含这类内容的文件也不列入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them name(s) the amount in dispute or a number of the matter. What you mark or change stays in.</source>
        <translation>
            <numerusform>其中 %n 条提到争议金额或本事项的编号；标记或修改过的会列入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along whole where originals do: everything in them can be read.</source>
        <translation>
            <numerusform>附上原件时，%n 个导出文件会完整交出，里面的全部内容都能看到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along as they are. Whoever opens them can read everything, also of other people.</source>
        <translation>
            <numerusform>%n 个导出文件会原样交出。打开的人能看到全部内容，包括其他人的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) stay in your vault, because everything is in them. Their hash is in the dossier: you can show them to a court later.</source>
        <translation>
            <numerusform>%n 个导出文件含有全部内容，因此留在您的证据库里。证据册里有它的哈希，以后可以向法院出示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Opening the vault…</source>
        <translation>正在打开证据库…</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>What to do next</source>
        <translation>接下来做什么</translation>
    </message>
    <message>
        <source>Proven to exist since</source>
        <translation>从何时起可证明存在</translation>
    </message>
</context>
<context>
    <name>OwnAuthoritySheet</name>
    <message>
        <source>Add a timestamp authority</source>
        <translation>添加时间戳机构</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Its answers are accepted only if they lead to the root certificate that you choose here. Take the root from the authority itself.</source>
        <translation>只有能追溯到您在此选择的根证书，它的答复才会被接受。请直接从该机构获取根证书。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Root certificate (a .pem, .crt or .cer file)</source>
        <translation>根证书（.pem、.crt 或 .cer 文件）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>根证书</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>证据册</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>保管记录</translation>
    </message>
    <message>
        <source>Pages of the dispute</source>
        <translation>纠纷的各个页面</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>更多页面</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>梳理</translation>
    </message>
</context>
<context>
    <name>Parties</name>
    <message>
        <source>Search names and numbers</source>
        <translation>搜索姓名和号码</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>都不选</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Or all numbers that begin so: 1069, 95</source>
        <translation>或者所有这样开头的号码：1069, 95</translation>
    </message>
    <message>
        <source>Beginnings of numbers, separated by commas</source>
        <translation>号码开头，用逗号分开</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Open the archive with its password</source>
        <translation>用密码打开压缩包</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>That password does not open the archive. The original is safe; please try again.</source>
        <translation>这个密码打不开该压缩包。原件安全无损，请再试一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n more locked archive(s) follow; a password that opens one is tried on the others.</source>
        <translation>
            <numerusform>之后还有 %n 个加密的压缩包；能打开其中一个的密码，会自动用来试其他的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Wallets send it in the app, mostly six digits. It is kept nowhere; the archive stays as it is, and the files in it are added as well.</source>
        <translation>钱包一般在应用内发送密码，多为六位数字。密码不会保存；压缩包保持原样，里面的文件会一并添加。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Calls and messages from them, by day and hour</source>
        <translation>对方来电来信：按日期和钟点</translation>
    </message>
    <message>
        <source>The stronger the colour, the more in that hour.</source>
        <translation>颜色越深，那一小时里越多。</translation>
    </message>
    <message>
        <source>Amber: from %1 to %2 a standard asks for quiet.</source>
        <translation>琥珀色：按有关标准，%1 至 %2 之间宜不打扰。</translation>
    </message>
    <message>
        <source>Nobody has said yet which numbers are theirs: only what is under the institution&apos;s own name counts here.</source>
        <translation>还没有说明哪些号码是对方的：这里只计入以机构自己名称来往的。</translation>
    </message>
    <message>
        <source>most on one day: %1 (%2)</source>
        <translation>一天最多 %1 次（%2）</translation>
    </message>
    <message>
        <source>Calls and messages from them, by sender</source>
        <translation>对方来电来信：按号码</translation>
    </message>
    <message>
        <source>Each bar stands for %1 days.</source>
        <translation>每根柱代表 %1 天。</translation>
    </message>
    <message>
        <source>by %1: received %2, paid %3</source>
        <translation>截至 %1：收到 %2，付出 %3</translation>
    </message>
    <message>
        <source>Money received and paid, added up</source>
        <translation>累计收到和付出的款项</translation>
    </message>
    <message>
        <source>Whole line: received, refunds too. Broken line: paid. Only what is done counts.</source>
        <translation>实线：收到，含退款。虚线：支付。只计已完成的。</translation>
    </message>
    <message>
        <source>Complaints and their periods</source>
        <translation>投诉与期限</translation>
    </message>
    <message>
        <source>Grey: in time, or without a period. Pale amber: within the longer periods. Amber: overdue. Upright lines: days by which an answer was due.</source>
        <translation>灰色：期限内，或没有期限。浅琥珀色：较长的期限内。琥珀色：已过期限。竖线：应当答复的日子。</translation>
    </message>
    <message>
        <source>their other numbers</source>
        <translation>其他号码（也是对方的）</translation>
    </message>
</context>
<context>
    <name>PicturesPart</name>
    <message>
        <source>Nothing to draw yet: what they call and write, payments and complaints make these pictures.</source>
        <translation>还没有可画的内容：对方的来电和来信、付款、投诉会画成图。</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>On this computer (recommended)</source>
        <translation>这台电脑上（推荐）</translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation>在“%1”上</translation>
    </message>
    <message>
        <source>In the folder you chose</source>
        <translation>您选择的文件夹</translation>
    </message>
    <message>
        <source>%1: a vault is there already and will be opened</source>
        <translation>%1：已有证据库，将直接打开</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Pause (K)</source>
        <translation>暂停（K）</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>播放（K）</translation>
    </message>
    <message>
        <source>It cannot be played here. Open the original in this computer&apos;s player.</source>
        <translation>无法在这里播放。请打开原件，用电脑上的播放器播放。</translation>
    </message>
    <message>
        <source>This computer has no sound device; it plays without sound.</source>
        <translation>这台电脑没有声音设备，正在无声播放。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note what is said at this moment (M)</source>
        <translation>备注此刻说了什么（M）</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>大图查看（空格）</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed (+ and −)</source>
        <translation>速度（+ 和 −）</translation>
    </message>
    <message>
        <source>Damaged or incomplete: played as far as it can be read</source>
        <translation>文件损坏或不完整，只播放能读出的部分</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Show where things go</source>
        <translation>用动画示意去向</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>不使用动画</translation>
    </message>
    <message>
        <source>Three lines for each event</source>
        <translation>每个事件三行</translation>
    </message>
    <message>
        <source>One line for each event</source>
        <translation>每个事件一行</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>3/4 is … (please choose)</source>
        <translation>3/4 是……（请选择）</translation>
    </message>
    <message>
        <source>3/4 is 3 April</source>
        <translation>3/4 是4月3日</translation>
    </message>
    <message>
        <source>3/4 is 4 March</source>
        <translation>3/4 是3月4日</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>日和月的顺序</translation>
    </message>
    <message>
        <source>Choose with whom…</source>
        <translation>选择联系人…</translation>
    </message>
    <message>
        <source>Which name in this chat is yours?</source>
        <translation>聊天里哪个名字是您？</translation>
    </message>
    <message>
        <source>Your name in the chat</source>
        <translation>您在聊天里的名字</translation>
    </message>
    <message>
        <source>None of them: leave open who wrote</source>
        <translation>都不是：不区分是谁写的</translation>
    </message>
    <message>
        <source>A table. Please check what its columns hold.</source>
        <translation>这是一份表格。请核对各列的含义。</translation>
    </message>
    <message>
        <source>A table. Say what its columns hold, then tick “Import”: until then nothing of it is imported.</source>
        <translation>这是一份表格。请先说明各列的含义，再勾选“导入”；在此之前不会导入任何内容。</translation>
    </message>
    <message>
        <source>Ticked as the last time. Who is new is not ticked.</source>
        <translation>已按上次的选择勾选；新出现的联系人没有勾选。</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>证据册的页面</translation>
    </message>
    <message>
        <source>All pages, small</source>
        <translation>全部页面缩略图</translation>
    </message>
    <message>
        <source>Go to a part of the dossier</source>
        <translation>跳到证据册的某一部分</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>预览进度</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 页</translation>
    </message>
</context>
<context>
    <name>PreviewSheet</name>
    <message>
        <source>Put exported records on the timeline</source>
        <translation>把导出的记录放到时间线</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Only from a period? Leave it empty for everything.</source>
        <translation>只要一段时间的？留空就是全部。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Not ticked, so nothing of it is imported: %1</source>
        <translation>未勾选，因此不会导入：%1</translation>
    </message>
    <message>
        <source>Import %1 of %2 files</source>
        <translation>导入 %2 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>The files are kept whole in any case. A file that you leave for later stays on the overview, under what to do next; to import more of a file, add it again. The dossier says how much is shown.</source>
        <translation>文件无论如何都会完整保留。留到以后的文件会列在概览的“接下来做什么”里；想再多导入一些，重新添加该文件即可。证据册会注明显示了多少。</translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be read</source>
        <translation>
            <numerusform>%n 条记录无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) inside</source>
        <translation>
            <numerusform>内含 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>names %n file(s) that are not in it</source>
        <translation>
            <numerusform>提到 %n 个不在其中的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file itself says that it holds %n record(s).</source>
        <translation>
            <numerusform>文件自己写明有 %n 条记录。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>打开其他证据库…</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>新建证据库</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>No promise is written down yet. Fill it in where an agent made it: in the entry&apos;s facts.</source>
        <translation>还没有记下承诺。在客服作出承诺的那条记录里填写。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more promise(s)</source>
        <translation>
            <numerusform>再显示 %n 项承诺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promised %n time(s):</source>
        <translation>
            <numerusform>共承诺 %n 次：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, due on or before %2: the day has passed, and it was promised again</source>
        <translation>%1，应于 %2 当日或之前：期限已过，曾再次承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) after %1</source>
        <translation>
            <numerusform>%1 之后 %n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含 %1</translation>
    </message>
    <message>
        <source>with %1, made up for a holiday</source>
        <translation>含调休上班的 %1</translation>
    </message>
    <message>
        <source>the holidays of that year are not announced</source>
        <translation>该年的节假日尚未公布</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Something says in time that it is done. Is it?</source>
        <translation>期限内有记录说已经办妥。确实办了吗？</translation>
    </message>
    <message>
        <source>What may have kept it came only on %1. Was it this?</source>
        <translation>可能是兑现的，%1才出现。是它吗？</translation>
    </message>
    <message>
        <source>After it, one contact came, on %1.</source>
        <translation>其后对方又联系 1 次，在 %1。</translation>
    </message>
    <message>
        <source>%1, no day given</source>
        <translation>%1，未给日期</translation>
    </message>
    <message>
        <source>%1, due on or before %2</source>
        <translation>%1，应于 %2 当日或之前</translation>
    </message>
    <message>
        <source>The day has passed. Was it kept?</source>
        <translation>到期日已过。兑现了吗？</translation>
    </message>
    <message>
        <source>Money came from them in time. Was it this?</source>
        <translation>期限内收到过对方的钱。是这一笔吗？</translation>
    </message>
    <message>
        <source>Less than was promised came in time:</source>
        <translation>期限内收到的比承诺的少：</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>They were in contact in time. Was it about this?</source>
        <translation>对方在期限内联系过。是为这件事吗？</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>After it, %n contact(s) came: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>其后对方又联系 %n 次，首次 %1，末次 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>显示详情…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>隐藏详情…</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Add a folder with evidence</source>
        <translation>添加整个文件夹</translation>
    </message>
</context>
<context>
    <name>ReadingParts</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) read. What was read counts once you accept it.</source>
        <translation>
            <numerusform>%n 件证据已识别。识别出的内容经您确认后才算数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages. They count once you accept them.</source>
        <translation>
            <numerusform>在导入的消息中找到 %n 项。您确认后才算数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the same conversation still say “%1”.</source>
        <translation>
            <numerusform>同一对话中还有 %n 条记录的对方仍为“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <translation>改为“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read with the earlier currency or time zone.</source>
        <translation>
            <numerusform>有 %n 份证据是按原来的币种或时区识别的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again what nobody reviewed</source>
        <translation>重新识别未核对的</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>This one</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>very reliable</source>
        <translation>很可靠</translation>
    </message>
    <message>
        <source>reliable</source>
        <translation>可靠</translation>
    </message>
    <message>
        <source>less reliable</source>
        <translation>可靠性较低</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Text on pictures</source>
        <translation>图片上的文字</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>自动识别图片上的文字</translation>
    </message>
    <message>
        <source>It is read on this computer, in the background; nothing is sent anywhere. What was read counts only once you have accepted it.</source>
        <translation>在本机后台识别，不会发送到任何地方。识别出的内容经您确认后才算数。</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>各时间依据不一致。哪个是对的？</translation>
    </message>
    <message>
        <source>Which time counts?</source>
        <translation>以哪个时间为准？</translation>
    </message>
    <message>
        <source>Or type the time</source>
        <translation>或输入时间</translation>
    </message>
    <message>
        <source>used</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Send myself a receipt</source>
        <translation>给自己发一份回执</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>保存文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Send it to yourself by mail or chat. If this computer is lost, it proves later that the log was exactly like this at that time. It holds nothing of the evidence.</source>
        <translation>用邮件或微信发给自己。即使这台电脑丢了，以后也能证明当时的记录就是这样。其中不含任何证据内容。</translation>
    </message>
    <message>
        <source>QR code of the receipt</source>
        <translation>回执的二维码</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP 压缩包 (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the log, witnessed by %1 at %2</source>
        <translation>
            <numerusform>记录共 %n 条，由 %1 于 %2 见证</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>a period ends on %1</source>
        <translation>有期限于 %1 届满</translation>
    </message>
    <message>
        <source>no answer by %1</source>
        <translation>至 %1 未获答复</translation>
    </message>
    <message>
        <source>a period ended on %1, a day off; perhaps it runs until %2, ask before you rely on it</source>
        <translation>有期限已于 %1（休息日）届满，或许可到 %2，请先问清楚</translation>
    </message>
    <message>
        <source>promises: %1 due, %2 past</source>
        <translation>承诺：%1 项将到期，%2 项已过期</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due today or tomorrow</source>
        <translation>
            <numerusform>今明两天到期的承诺：%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed</source>
        <translation>
            <numerusform>%n 项承诺已过期</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n more dispute(s) wait.</source>
        <translation>
            <numerusform>还有 %n 个纠纷待处理。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalSheet</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remove the dispute</source>
        <translation>移除纠纷</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing is erased: it goes to the removed items, from where it can be put back. Ctrl+Z works too.</source>
        <translation>不会删除：它会移到“已移除的项目”，随时可以放回，也可以按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Why? One key is enough.</source>
        <translation>为什么？按一个数字键即可。</translation>
    </message>
    <message>
        <source>Or in your own words (stays in the custody log)</source>
        <translation>或用您自己的话写（会留在保管记录中）</translation>
    </message>
    <message>
        <source>It is there twice</source>
        <translation>重复了</translation>
    </message>
    <message>
        <source>It has nothing to do with this dispute</source>
        <translation>与这个纠纷无关</translation>
    </message>
    <message>
        <source>It was added by mistake</source>
        <translation>误加的</translation>
    </message>
    <message>
        <source>It is private</source>
        <translation>属于隐私</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n exhibit(s)</source>
        <translation>
            <numerusform>移除 %n 件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry(ies)</source>
        <translation>
            <numerusform>移除 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已经了结</translation>
    </message>
</context>
<context>
    <name>RemovedSheet</name>
    <message>
        <source>Removed items</source>
        <translation>已移除的项目</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Empty the tray…</source>
        <translation>全部彻底删除…</translation>
    </message>
    <message>
        <source>What lies here is in no timeline, list or dossier. Nothing of it is lost.</source>
        <translation>这里的内容不会出现在任何时间线、列表或证据册中，但一点也没有丢失。</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>这里没有内容。</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>There is no table in this file whose columns could be named.</source>
        <translation>这个文件里没有可以指定各列的表格。</translation>
    </message>
</context>
<context>
    <name>RenamingWords</name>
    <message numerus="yes">
        <source>%n entry(ies) updated</source>
        <translation>
            <numerusform>已更新 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>新增 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns change nothing in the entries.</source>
        <translation>按这些列，记录没有变化。</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>恢复并打开</translation>
    </message>
    <message>
        <source>The backup is checked and copied into a new vault. The backup itself stays as it is.</source>
        <translation>备份会先核验，再复制成新的证据库。备份本身保持不变。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Folder for the restored vault, new or empty</source>
        <translation>恢复后的证据库文件夹（新建或空文件夹）</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Kept, not readable</source>
        <translation>已保存，无法读取</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>未添加</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>原因与处理办法</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ResultsSheet</name>
    <message>
        <source>What became of each item</source>
        <translation>每一项的处理结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Try again what was not added</source>
        <translation>重试未添加的项目</translation>
    </message>
    <message>
        <source>A double click or Enter on an item does what its last column says.</source>
        <translation>双击一项或按回车，即执行最后一列所写的操作。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Another name of the institution?</source>
        <translation>对方机构的又一名称？</translation>
    </message>
    <message>
        <source>Times disagree. Which one is right?</source>
        <translation>时间不一致，以哪个为准？</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>read wrongly by the machine</source>
        <translation>机器识别有误</translation>
    </message>
    <message>
        <source>corrected; the machine read “%1”</source>
        <translation>已更正；机器识别为“%1”</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>All exhibits</source>
        <translation>全部证据</translation>
    </message>
    <message>
        <source>Previous exhibit (P)</source>
        <translation>上一件证据（P）</translation>
    </message>
    <message>
        <source>Next exhibit (N)</source>
        <translation>下一件证据（N）</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>按种类确认</translation>
    </message>
    <message>
        <source>Reviewed exhibits</source>
        <translation>已核对的证据</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核对 %1 / %2</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>Show the text line by line (T)</source>
        <translation>逐行显示文字（T）</translation>
    </message>
    <message>
        <source>In all exhibits</source>
        <translation>所有证据</translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message>
        <source>Correct… (E)</source>
        <translation>更正…（E）</translation>
    </message>
    <message>
        <source>Dismiss (X)</source>
        <translation>驳回（X）</translation>
    </message>
    <message>
        <source>Accept all here (A)</source>
        <translation>此证据全部确认（A）</translation>
    </message>
    <message>
        <source>Choose the time… (Enter)</source>
        <translation>选择时间…（Enter）</translation>
    </message>
    <message>
        <source>Next to review (Enter)</source>
        <translation>核对下一张（Enter）</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>确认（Enter）</translation>
    </message>
    <message>
        <source>The vault is open for reading only: nothing can be accepted.</source>
        <translation>证据库以只读方式打开，无法确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read here wait for you. Nothing counts before you accept it.</source>
        <translation>
            <numerusform>此证据中有 %n 项等您确认。未经确认的内容不算数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything here is decided. %n more exhibit(s) wait for you.</source>
        <translation>
            <numerusform>此证据已全部核对。还有 %n 件证据等您核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>已全部核对。</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>What was read in this exhibit</source>
        <translation>此证据中识别出的内容</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>这里没有等您处理的事。</translation>
    </message>
    <message>
        <source>%1 in this exhibit (%2)</source>
        <translation>此证据中的%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ReviewPicture</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>%1 was imported as text: there is no picture of it. Each message stands beside what it names.</source>
        <translation>%1 是以文字导入的，没有图片。每条消息都列在从中找到的内容旁边。</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n event(s) read here</source>
        <translation>
            <numerusform>识别出 %n 件事</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported message(s) in which something was found</source>
        <translation>
            <numerusform>%n 条导入的消息中有发现</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) found</source>
        <translation>
            <numerusform>另外识别出 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No text was found here.</source>
        <translation>这里没有识别到文字。</translation>
    </message>
    <message>
        <source>Maybe a gap: nothing joins it to exhibit %1, although the conversation goes on within the hour</source>
        <translation>可能有缺口：与证据 %1 没有相同内容，而对话在一小时内仍在继续</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1; whether anything was said in between is not shown</source>
        <translation>与证据 %1 没有相同内容；其间是否另有内容，图片未显示</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of text as they were read</source>
        <translation>
            <numerusform>识别出的 %n 行文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes on from exhibit %1: %n event(s) on both</source>
        <translation>
            <numerusform>接续证据 %1：两图共有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks the same as exhibit %1</source>
        <translation>与证据 %1 看起来相同</translation>
    </message>
</context>
<context>
    <name>RiskySheet</name>
    <message>
        <source>This folder is risky for a vault</source>
        <translation>这个文件夹不适合存放证据库</translation>
    </message>
    <message>
        <source>Use it nevertheless</source>
        <translation>仍然使用</translation>
    </message>
</context>
<context>
    <name>SameRecordLine</name>
    <message>
        <source>Go to the other record</source>
        <translation>查看另一条记录</translation>
    </message>
    <message>
        <source>Same call as on %1; it counts once</source>
        <translation>与 %1 的通话是同一次，只计一次</translation>
    </message>
    <message>
        <source>Same message as on %1; it counts once</source>
        <translation>与 %1 的消息是同一条，只计一次</translation>
    </message>
    <message>
        <source>Same money as on %1</source>
        <translation>与 %1 的记录是同一笔款项</translation>
    </message>
    <message>
        <source>Same call as on %1, exhibit %2; it counts once</source>
        <translation>与证据 %2 中 %1 的通话是同一次，只计一次</translation>
    </message>
    <message>
        <source>Same message as on %1, exhibit %2; it counts once</source>
        <translation>与证据 %2 中 %1 的消息是同一条，只计一次</translation>
    </message>
    <message>
        <source>Same money as on %1, exhibit %2</source>
        <translation>与证据 %2 中 %1 的记录是同一笔款项</translation>
    </message>
    <message>
        <source>Two records show it, such as a call log and a picture. Findings and letters count it once.</source>
        <translation>有两份材料显示它，例如通话记录和截图。发现和信函只计一次。</translation>
    </message>
    <message>
        <source>Two records show this payment, for example a wallet&apos;s and a bank&apos;s. Sums count it once.</source>
        <translation>这笔款项有两条记录，例如钱包账单和银行流水各一条，合计时只算一次。</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Remove the sample</source>
        <translation>移除示例</translation>
    </message>
    <message>
        <source>Sample dispute: everything in it is invented, try whatever you like.</source>
        <translation>示例纠纷：内容全部虚构，可以随意试用。</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Making the sample dispute</source>
        <translation>制作示例纠纷</translation>
    </message>
    <message>
        <source>the sample dispute</source>
        <translation>示例纠纷</translation>
    </message>
</context>
<context>
    <name>SealWords</name>
    <message>
        <source>Not signed</source>
        <translation>不签名</translation>
    </message>
    <message>
        <source>Time not witnessed, only claimed by this computer&apos;s clock</source>
        <translation>时间未经见证，只凭本机时钟</translation>
    </message>
    <message>
        <source>Time witnessed by %1</source>
        <translation>时间由 %1 见证</translation>
    </message>
    <message>
        <source>Could not be reached: %1</source>
        <translation>未能连上：%1</translation>
    </message>
    <message>
        <source>Checked again: %1</source>
        <translation>再次核验：%1</translation>
    </message>
    <message>
        <source>Signed; when it was signed is only claimed (%1)</source>
        <translation>已签名；签名时间仅为声明（%1）</translation>
    </message>
    <message>
        <source>Signed, and the time of signing witnessed (%1)</source>
        <translation>已签名，签名时间已见证（%1）</translation>
    </message>
    <message>
        <source>Signed for the long term, time witnessed (%1)</source>
        <translation>已签名，可供长期核验，时间已见证（%1）</translation>
    </message>
</context>
<context>
    <name>Sealing</name>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Bag with originals (ZIP)</source>
        <translation>含原件的证据包（ZIP）</translation>
    </message>
    <message>
        <source>Self-declared, with a key of this computer</source>
        <translation>自我声明，使用本机密钥</translation>
    </message>
    <message>
        <source>With my own certificate file</source>
        <translation>使用我自己的证书文件</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>不签名</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>输出形式</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Attach originals, custody log and proofs</source>
        <translation>附上原件、保管记录和证明</translation>
    </message>
    <message>
        <source>Without them it is a plain PDF, for systems that refuse attachments; the originals stay here.</source>
        <translation>不附则为普通 PDF，供拒收附件的系统使用；原件留在这里。</translation>
    </message>
    <message>
        <source>Certificate file (.p12 or .pfx)</source>
        <translation>证书文件（.p12 或 .pfx）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Its passphrase (not kept)</source>
        <translation>证书密码（不会保存）</translation>
    </message>
    <message>
        <source>Passphrase for the key (empty: used once)</source>
        <translation>密钥的密码（留空则密钥只用一次）</translation>
    </message>
    <message>
        <source>Shows that the file was not changed; nobody has checked your name.</source>
        <translation>能说明文件未被改动；没有人核实过您的姓名。</translation>
    </message>
    <message>
        <source>Shows who signed, as far as its issuer is trusted.</source>
        <translation>能说明是谁签的，前提是信任证书的颁发者。</translation>
    </message>
    <message>
        <source>Changes can then be noticed only by the file&apos;s hash or its timestamp.</source>
        <translation>不签名时，只能靠文件的哈希或时间戳发现改动。</translation>
    </message>
    <message>
        <source>Witnessed by %1 while it is exported; without a connection the dossier says so.</source>
        <translation>导出时由 %1 见证；没有网络时，证据册会如实注明。</translation>
    </message>
    <message>
        <source>two authorities</source>
        <translation>两家机构</translation>
    </message>
    <message>
        <source>Only claimed by this computer&apos;s clock: nothing is sent before you agree.</source>
        <translation>时间只凭本机时钟：在您同意之前，什么都不会发送。</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Certificate (%1)</source>
        <translation>证书（%1）</translation>
    </message>
</context>
<context>
    <name>SearchEverywhere</name>
    <message>
        <source>Search all disputes</source>
        <translation>搜索所有纠纷</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Words, names, numbers: what people wrote and what was read in exhibits.</source>
        <translation>可输入文字、名称或号码：既查人写的，也查从证据中识别的。</translation>
    </message>
    <message>
        <source>No dispute contains “%1”.</source>
        <translation>所有纠纷中都没有“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s); type more to find the one you mean</source>
        <translation>
            <numerusform>前 %n 处；再多输入几个字，就能找到要找的那一处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>机器识别</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>机器识别，未经确认</translation>
    </message>
</context>
<context>
    <name>SectionChoice</name>
    <message>
        <source>Also in the dossier, where there is something to tell</source>
        <translation>有内容时一并写入证据册</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>08:15 · Agent 80231 promised a reply within three working days.</source>
        <translation>08:15 · 客服 80231 承诺三个工作日内回复。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>打开其他证据库…</translation>
    </message>
    <message>
        <source>Your name, or the name of your office</source>
        <translation>姓名，或所在机构的名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Where the vault is</source>
        <translation>证据库的位置</translation>
    </message>
    <message>
        <source>Prepared by (printed in a dossier)</source>
        <translation>制作人（印在证据册上）</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃已填写的内容？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>时间线中</translation>
    </message>
    <message>
        <source>Among the exhibits</source>
        <translation>证据列表中</translation>
    </message>
    <message>
        <source>While reviewing</source>
        <translation>核对时</translation>
    </message>
    <message>
        <source>In the large view</source>
        <translation>大图查看时</translation>
    </message>
    <message>
        <source>While filling in</source>
        <translation>填写时</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示这些快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>新建纠纷</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add what was copied as evidence</source>
        <translation>把复制的内容加为证据</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>搜索所有纠纷</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>导出证据册</translation>
    </message>
    <message>
        <source>Review what was read</source>
        <translation>核对识别出的内容</translation>
    </message>
    <message>
        <source>Accept, and go on</source>
        <translation>确认并继续</translation>
    </message>
    <message>
        <source>Correct, then accept</source>
        <translation>更正后确认</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Accept what was read by machine, and go on</source>
        <translation>确认机器识别的内容，并继续下一条</translation>
    </message>
    <message>
        <source>Dismiss what was read by machine</source>
        <translation>驳回机器识别的内容</translation>
    </message>
    <message>
        <source>Accept everything in this exhibit</source>
        <translation>确认此证据的全部内容</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>按种类确认</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>First page: Overview</source>
        <translation>第一页：概览</translation>
    </message>
    <message>
        <source>Second page: Timeline</source>
        <translation>第二页：时间线</translation>
    </message>
    <message>
        <source>Third page: Evidence</source>
        <translation>第三页：证据</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>大图查看</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Go to the filters</source>
        <translation>转到筛选</translation>
    </message>
    <message>
        <source>Go to the days</source>
        <translation>转到日期条</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next exhibit</source>
        <translation>下一份证据</translation>
    </message>
    <message>
        <source>Previous exhibit</source>
        <translation>上一份证据</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>旋转查看</translation>
    </message>
    <message>
        <source>Show or hide the facts</source>
        <translation>显示或隐藏说明</translation>
    </message>
    <message>
        <source>Compare with another exhibit</source>
        <translation>与另一份证据比较</translation>
    </message>
    <message>
        <source>Save a fact, and type the same of the next one</source>
        <translation>保存此项，并填写下一件的同一项</translation>
    </message>
    <message>
        <source>Add, and write the next one</source>
        <translation>加入并写下一条</translation>
    </message>
    <message>
        <source>Say which way it went: the first, the second, …</source>
        <translation>选择方向：第一个、第二个……</translation>
    </message>
    <message>
        <source>Offer what is known, in an empty field</source>
        <translation>在空输入框中列出已知内容</translation>
    </message>
    <message>
        <source>Finish, from any field</source>
        <translation>在任意栏位完成</translation>
    </message>
    <message>
        <source>What is this? (about the field you are in)</source>
        <translation>这是什么？（解释当前栏位）</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Go to what has no time</source>
        <translation>转到没有时间的记录</translation>
    </message>
    <message>
        <source>Choose between the times</source>
        <translation>在各时间中选择</translation>
    </message>
    <message>
        <source>Before the one above, at the same time</source>
        <translation>移到上一条之前（时间相同时）</translation>
    </message>
    <message>
        <source>Behind the one below, at the same time</source>
        <translation>移到下一条之后（时间相同时）</translation>
    </message>
    <message>
        <source>While listening</source>
        <translation>播放时</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>播放与暂停</translation>
    </message>
    <message>
        <source>Note what is said at this moment</source>
        <translation>备注此刻说了什么</translation>
    </message>
    <message>
        <source>Back by three seconds</source>
        <translation>后退三秒</translation>
    </message>
    <message>
        <source>On by five seconds</source>
        <translation>前进五秒</translation>
    </message>
    <message>
        <source>Back by five seconds</source>
        <translation>后退五秒</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Play and pause while typing the transcript</source>
        <translation>输入文字记录时播放与暂停</translation>
    </message>
    <message>
        <source>Back by three seconds while typing</source>
        <translation>输入时后退三秒</translation>
    </message>
    <message>
        <source>Show the text line by line</source>
        <translation>逐行显示文字</translation>
    </message>
    <message>
        <source>Note that the other side is told of the recording</source>
        <translation>标注已告知对方正在录音</translation>
    </message>
    <message>
        <source>Fourth page: Case</source>
        <translation>第四页：梳理</translation>
    </message>
    <message>
        <source>Fifth page: Dossier</source>
        <translation>第五页：证据册</translation>
    </message>
    <message>
        <source>Sixth page: Custody log</source>
        <translation>第六页：保管记录</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>My vault</source>
        <translation>我的证据库</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（只读）</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New dispute</source>
        <translation>新建纠纷</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>证据库：%1</translation>
    </message>
    <message>
        <source>Edit the dispute…</source>
        <translation>编辑纠纷…</translation>
    </message>
    <message>
        <source>Remove the dispute…</source>
        <translation>移除纠纷…</translation>
    </message>
    <message>
        <source>Settings and help</source>
        <translation>设置与帮助</translation>
    </message>
    <message>
        <source>Removed items (%1)</source>
        <translation>已移除的项目（%1）</translation>
    </message>
</context>
<context>
    <name>SinceLine</name>
    <message>
        <source>Show the entry</source>
        <translation>查看该条记录</translation>
    </message>
    <message>
        <source>Show the entry that tells since when</source>
        <translation>查看说明从何时起的记录</translation>
    </message>
    <message>
        <source>Say since when…</source>
        <translation>填写起始日期…</translation>
    </message>
    <message>
        <source>the first entry that shows the problem</source>
        <translation>最早显示问题的记录</translation>
    </message>
    <message>
        <source>an entry that shows the problem; earlier ones depart from a standard, too</source>
        <translation>由一条记录显示；更早的记录也有与标准不一致之处</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>按您填写的日期</translation>
    </message>
    <message>
        <source>by the payment of the amount in dispute</source>
        <translation>争议金额的付款</translation>
    </message>
    <message>
        <source>by the first call or message that departs from a standard</source>
        <translation>最早与标准不一致的来电或消息</translation>
    </message>
    <message>
        <source>by the first complaint</source>
        <translation>首次投诉</translation>
    </message>
    <message>
        <source>by the first call or message to them</source>
        <translation>首次给对方打电话或发消息</translation>
    </message>
    <message>
        <source>no entry tells when the trouble began: counted from the first one</source>
        <translation>没有记录说明问题何时开始，从最早的一条算起</translation>
    </message>
</context>
<context>
    <name>StampsPanel</name>
    <message>
        <source>Attach a timestamp file…</source>
        <translation>附上时间戳文件…</translation>
    </message>
    <message>
        <source>One that a timestamp service made over this file, a .tsa or .tsr file for example.</source>
        <translation>时间戳服务为这个文件出具的，例如 .tsa 或 .tsr 文件。</translation>
    </message>
    <message>
        <source>Checked: over exactly this file, by an authority that is known.</source>
        <translation>已核对：正是针对这个文件，由已知机构出具。</translation>
    </message>
    <message>
        <source>Over exactly this file, but by nobody that this program knows; it counts for nothing yet.</source>
        <translation>正是针对这个文件，但出具方不是本程序认识的机构，暂不作数。</translation>
    </message>
    <message>
        <source>None. If a timestamp service has sealed this file, its answer can be kept here.</source>
        <translation>没有。如果这个文件做过可信时间戳认证，可以把认证文件存在这里。</translation>
    </message>
    <message>
        <source>Timestamp (%1)</source>
        <translation>时间戳（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>Have the time witnessed…</source>
        <translation>请见证方确认时间…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>保管记录</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Time not yet witnessed</source>
        <translation>时间尚未见证</translation>
    </message>
    <message>
        <source>Time witnessed up to %1 by %2</source>
        <translation>时间已见证至 %1，见证方：%2</translation>
    </message>
    <message>
        <source>What was added since is not yet witnessed</source>
        <translation>此后添加的内容尚未见证</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>this is only a sample</source>
        <translation>这只是示例</translation>
    </message>
    <message>
        <source>nothing is sent, as you chose</source>
        <translation>按您的选择，什么都不发送</translation>
    </message>
    <message>
        <source>nothing is sent before you agree</source>
        <translation>在您同意之前什么都不会发送</translation>
    </message>
    <message>
        <source>being witnessed now</source>
        <translation>正在见证</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>当前离线，稍后会重试</translation>
    </message>
    <message>
        <source>stopped, will be tried again</source>
        <translation>已停止，稍后会重试</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>答复未通过核对，稍后会重试</translation>
    </message>
    <message>
        <source>will be done shortly</source>
        <translation>很快就会进行</translation>
    </message>
    <message>
        <source>no evidence yet</source>
        <translation>还没有证据</translation>
    </message>
</context>
<context>
    <name>StartingDays</name>
    <message>
        <source>From which day it counts</source>
        <translation>从哪一天起算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In dispute since %1</source>
        <translation>自 %1 起有争议</translation>
    </message>
    <message>
        <source>What makes a period longer</source>
        <translation>使期限更长的情况</translation>
    </message>
    <message>
        <source>A period here counts from the day on which you knew of the harm and of who is liable. You have not stated it, so no end is shown.</source>
        <translation>这里有一个期限，从您知道受损和责任人的那天起算。您还没有说明是哪天，所以不显示届满日。</translation>
    </message>
    <message>
        <source>A period here counts from the first statement of account that shows the error. You have not stated its day, so no end is shown.</source>
        <translation>这里有一个期限，从首份列明差错的对账单起算。您还没有说明是哪天，所以不显示届满日。</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>What each statement rests on</source>
        <translation>每句陈述的依据</translation>
    </message>
    <message>
        <source>For you alone, not in the letter: how far each rule that it cites was read. Check it first.</source>
        <translation>只给您看，不写进信里：信中引用的依据各读到什么程度。寄出前请核对。</translation>
    </message>
    <message>
        <source>No entry shows this: add evidence or leave it out.</source>
        <translation>没有事件能说明这一点：请补充证据，或删去。</translation>
    </message>
    <message>
        <source>Changed, or left out of the letter.</source>
        <translation>信里已改动，或已删去。</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>信中位置</translation>
    </message>
    <message>
        <source>Show in the letter: %1</source>
        <translation>在信中显示：%1</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>What does this mean?</source>
        <translation>这是什么意思？</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestedStrip</name>
    <message>
        <source>A machine read this in the exhibit; nobody has confirmed it yet.</source>
        <translation>这是机器从证据中识别的，尚未有人确认。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>驳回</translation>
    </message>
    <message numerus="yes">
        <source>A machine read %n of them in exhibits; nobody has confirmed them yet.</source>
        <translation>
            <numerusform>其中 %n 条是机器从证据中识别的，尚未有人确认。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>按此确认</translation>
    </message>
    <message>
        <source>Read: “%1”</source>
        <translation>识别为：“%1”</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>添加 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 件已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept but not readable</source>
        <translation>
            <numerusform>%n 件已保存但无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added</source>
        <translation>
            <numerusform>%n 件未添加</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>没有可添加的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to confirm</source>
        <translation>
            <numerusform>%n 个时间待确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the time(s)</source>
        <translation>
            <numerusform>查看时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>This cannot be taken back any more: %1. %2</source>
        <translation>这一步已无法撤回：%1。%2</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>已更改：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>这里没有等您处理的事。</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No evidence yet: drop screenshots, recordings and documents anywhere here.</source>
        <translation>还没有证据：把截图、录音和文件拖到窗口任何位置即可。</translation>
    </message>
    <message numerus="yes">
        <source>Nobody has said yet which numbers are theirs: %n caller(s) and sender(s) count for nobody.</source>
        <translation>
            <numerusform>还没有说明哪些号码是对方的：%n 个来电或发信号码暂不计入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide: what was read disagrees.</source>
        <translation>
            <numerusform>%n 个时间待确定：读到的时间互相不一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) without a time.</source>
        <translation>
            <numerusform>%n 条没有时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) where a conversation goes on but the pictures do not join: is one missing?</source>
        <translation>
            <numerusform>%n 处对话仍在继续、图片却未相接：是否漏了截图？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept that could not be read.</source>
        <translation>
            <numerusform>%n 个文件已保存，但无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed.</source>
        <translation>
            <numerusform>%n 项承诺已过期限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) do not say yet what they prove.</source>
        <translation>
            <numerusform>%n 件证据还没有写明证明什么。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not written down yet who complains.</source>
        <translation>还没有写下投诉人是谁。</translation>
    </message>
    <message>
        <source>No dossier was exported yet.</source>
        <translation>还没有导出过证据册。</translation>
    </message>
    <message>
        <source>Something changed since the last dossier (%1).</source>
        <translation>上次导出证据册（%1）之后有改动。</translation>
    </message>
    <message>
        <source>There is no backup of this vault yet.</source>
        <translation>这个证据库还没有备份。</translation>
    </message>
    <message numerus="yes">
        <source>The last backup is %n day(s) old.</source>
        <translation>
            <numerusform>上次备份已是 %n 天前。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) to review.</source>
        <translation>
            <numerusform>%n 件证据等您核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核对 %1 / %2</translation>
    </message>
    <message>
        <source>%1: an entry of %2 may be the answer. Is it?</source>
        <translation>%1：%2的记录可能是答复，是吗？</translation>
    </message>
    <message numerus="yes">
        <source>%1: no final answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1：%n天没有最终答复的记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: no answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1：%n天没有答复的记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>No period for the answer is counted.</source>
        <translation>没有可计算的答复期限。</translation>
    </message>
    <message>
        <source>The period ended on %1.</source>
        <translation>期限已于%1届满。</translation>
    </message>
    <message>
        <source>The period ends on %1.</source>
        <translation>期限至%1。</translation>
    </message>
    <message>
        <source>Only a customary period, for reference, up to %1: no statutory one.</source>
        <translation>只有惯例的参考期限，至 %1，不是法定期限。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去确定</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>You have not written down yet what you ask for.</source>
        <translation>还没有写下您的诉求。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>去说明</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>导出证据册</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n 个时间与其他相差很远：年份对吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>有 %n 个导出文件还没有导入时间线。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>有 %n 个压缩包还没有打开，里面的文件还没有添加。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Text read by machine</source>
        <translation>机器识别的文字</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核对（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即识别</translation>
    </message>
    <message>
        <source>Its text will be read soon.</source>
        <translation>即将识别其中的文字。</translation>
    </message>
    <message>
        <source>No text was found on it.</source>
        <translation>没有识别到文字。</translation>
    </message>
    <message>
        <source>Read by machine; what was found in it is decided.</source>
        <translation>机器识别；识别出的内容已核对。</translation>
    </message>
    <message>
        <source>Read by machine, not confirmed.</source>
        <translation>机器识别，未经确认。</translation>
    </message>
    <message>
        <source>Its text was not read yet.</source>
        <translation>尚未识别其中的文字。</translation>
    </message>
</context>
<context>
    <name>TheirsWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n are theirs</source>
        <translation>
            <numerusform>这 %n 个是对方的</numerusform>
        </translation>
    </message>
    <message>
        <source>These are theirs</source>
        <translation>这些是对方的</translation>
    </message>
    <message>
        <source>No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.</source>
        <translation>已确认的记录里没有 %1。请检查写法；几个号码开头相同时，可在开头后加 *。</translation>
    </message>
    <message>
        <source>Where they name it: %1</source>
        <translation>对方写明之处：%1</translation>
    </message>
    <message>
        <source>named by themselves</source>
        <translation>对方自己写明</translation>
    </message>
    <message>
        <source>kept as their channel</source>
        <translation>已记为对方的渠道</translation>
    </message>
    <message>
        <source>called or signed like them; not counted</source>
        <translation>名称或签名像对方，未计入</translation>
    </message>
    <message>
        <source>payments; called alike</source>
        <translation>有收付款，名称相近</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>Search names and numbers</source>
        <translation>搜索姓名和号码</translation>
    </message>
</context>
<context>
    <name>TimeTyping</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Empty: the time is not known. A day or a month alone is fine too.</source>
        <translation>留空表示时间未知。只填日期或月份也可以。</translation>
    </message>
    <message>
        <source>Now. If it was earlier, type when: 9:05, yesterday 9:05, 2025-02-22.</source>
        <translation>现在。若是更早，请输入时间：9:05、昨天 9:05、2025-02-22。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time unknown</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>%1, day unknown</source>
        <translation>%1，日期不详</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接</translation>
    </message>
    <message>
        <source>Rejected call</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Message received</source>
        <translation>收到消息</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>发出消息</translation>
    </message>
    <message>
        <source>Money received</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Money paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>maybe a gap after exhibit %1</source>
        <translation>与证据 %1 之间可能有缺口</translation>
    </message>
    <message>
        <source>not joined to exhibit %1</source>
        <translation>与证据 %1 未相接</translation>
    </message>
    <message>
        <source>by %1, overdue</source>
        <translation>期限 %1，已过</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>zone assumed</source>
        <translation>时区为推定</translation>
    </message>
    <message>
        <source>times disagree, please choose</source>
        <translation>时间相互矛盾，请选择</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>机器识别，未经确认</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺：%1</translation>
    </message>
    <message>
        <source>goes on from exhibit %1</source>
        <translation>接续证据 %1</translation>
    </message>
    <message>
        <source>looks like exhibit %1</source>
        <translation>与证据 %1 相同</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>A accepts it, X dismisses it</source>
        <translation>按 A 确认，按 X 驳回</translation>
    </message>
    <message>
        <source>same call as in exhibit %1</source>
        <translation>与证据 %1 为同一通话</translation>
    </message>
    <message>
        <source>same message as in exhibit %1</source>
        <translation>与证据 %1 为同一条消息</translation>
    </message>
</context>
<context>
    <name>TimelineFilter</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未写明对方</translation>
    </message>
    <message>
        <source>no agent named</source>
        <translation>未写明客服</translation>
    </message>
    <message>
        <source>exact time</source>
        <translation>时间确切</translation>
    </message>
    <message>
        <source>read from the screen</source>
        <translation>从画面读出</translation>
    </message>
    <message>
        <source>file modification time only</source>
        <translation>仅有文件修改时间</translation>
    </message>
    <message>
        <source>day or month only</source>
        <translation>仅知日期或月份</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>时间不详</translation>
    </message>
    <message>
        <source>times disagree</source>
        <translation>时间不一致</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未经确认</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Every entry has a time</source>
        <translation>每条都有时间</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TimesPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unknown. Type a time, a day or a month</source>
        <translation>未知。可填时间、日期或月份</translation>
    </message>
    <message>
        <source>Mark as unknown</source>
        <translation>标为未知</translation>
    </message>
    <message>
        <source>State that the time is not known</source>
        <translation>声明时间未知</translation>
    </message>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>各时间依据不一致。哪个是对的？</translation>
    </message>
    <message>
        <source>What other sources say</source>
        <translation>其他来源的时间</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>the same time</source>
        <translation>时间相同</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) later</source>
        <translation>
            <numerusform>晚 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) earlier</source>
        <translation>
            <numerusform>早 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) later</source>
        <translation>
            <numerusform>晚 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) earlier</source>
        <translation>
            <numerusform>早 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>晚 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>早 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除时间</translation>
    </message>
    <message>
        <source>Dispute: %1</source>
        <translation>纠纷：%1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
</context>
<context>
    <name>TrayRow</name>
    <message>
        <source>Type the time</source>
        <translation>输入时间</translation>
    </message>
    <message>
        <source>Time of %1</source>
        <translation>%1 的时间</translation>
    </message>
    <message>
        <source>State this time; it can be undone</source>
        <translation>采用这个时间；可以撤销</translation>
    </message>
    <message>
        <source>Nothing else tells when this was.</source>
        <translation>没有其他线索说明这是什么时候。</translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message numerus="yes">
        <source>%n without a time</source>
        <translation>
            <numerusform>%n 条没有时间</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow when these have their time</source>
        <translation>
            <numerusform>这些定好时间后，还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>its name lies between “%1” and “%2”</source>
        <translation>文件名介于“%1”和“%2”之间</translation>
    </message>
    <message>
        <source>its name follows “%1”</source>
        <translation>文件名紧接“%1”之后</translation>
    </message>
    <message>
        <source>its name precedes “%1”</source>
        <translation>文件名在“%1”之前</translation>
    </message>
    <message>
        <source>added between exhibits %3 and %4</source>
        <translation>加入时在证据 %3 与证据 %4 之间</translation>
    </message>
    <message>
        <source>added after exhibit %3</source>
        <translation>在证据 %3 之后加入</translation>
    </message>
    <message>
        <source>added before exhibit %3</source>
        <translation>在证据 %3 之前加入</translation>
    </message>
</context>
<context>
    <name>UnfinishedSheet</name>
    <message>
        <source>An import was not finished</source>
        <translation>上次添加没有完成</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续添加</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不再继续</translation>
    </message>
    <message>
        <source>The program ended while evidence was being added. What was saved is safe. Going on adds the rest; nothing is added twice.</source>
        <translation>添加证据时程序中断了。已保存的内容是安全的。继续会添加其余部分，不会重复。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultMenu</name>
    <message>
        <source>Open another vault…</source>
        <translation>打开其他证据库…</translation>
    </message>
    <message>
        <source>Show the vault&apos;s folder</source>
        <translation>显示证据库文件夹</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Verify every original</source>
        <translation>核验全部原件</translation>
    </message>
    <message>
        <source>Check a dossier…</source>
        <translation>核验证据册…</translation>
    </message>
    <message>
        <source>Erase this vault from this computer…</source>
        <translation>从这台电脑抹除此证据库…</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
</context>
<context>
    <name>VaultVerbs</name>
    <message>
        <source>Choose the vault&apos;s folder, or a place for a new vault</source>
        <translation>选择证据库文件夹，或新证据库的位置</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Where shall the backup be? Choose an earlier one to add what is new</source>
        <translation>备份放在哪里？选择以前的备份可只补充新内容</translation>
    </message>
    <message>
        <source>Choose an empty folder for the restored vault</source>
        <translation>为恢复的证据库选择一个空文件夹</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份</translation>
    </message>
    <message numerus="yes">
        <source>Backed up and checked: %n original(s)</source>
        <translation>
            <numerusform>备份完成并已核验：%n 件原件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message numerus="yes">
        <source>Restored and checked: %n original(s)</source>
        <translation>
            <numerusform>恢复完成并已核验：%n 件原件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationSheet</name>
    <message>
        <source>Checked: %1</source>
        <translation>核验结果：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Who vouches for it</source>
        <translation>由谁作证</translation>
    </message>
</context>
<context>
    <name>ViewRow</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除此视图</translation>
    </message>
    <message>
        <source>Another view is called so</source>
        <translation>已有同名视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>It is protected by a password, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>文件有密码保护，无法在此显示。原件已原样保存。</translation>
    </message>
    <message>
        <source>It is damaged or incomplete, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>文件损坏或不完整，无法在此显示。原件已原样保存。</translation>
    </message>
    <message>
        <source>It is too large to be shown here. It is kept exactly as it is.</source>
        <translation>文件太大，无法在此显示。原件已原样保存。</translation>
    </message>
    <message>
        <source>It could not be read, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>文件无法读取，不能在此显示。原件已原样保存。</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This view is kept already.</source>
        <translation>此视图已经保存。</translation>
    </message>
    <message>
        <source>Filter or search first; what is shown then can be kept here under a name.</source>
        <translation>请先筛选或搜索，再在这里命名保存所显示的内容。</translation>
    </message>
    <message>
        <source>A name for what is shown now</source>
        <translation>给当前显示的内容取名</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform: where in the recording</source>
        <translation>波形：当前播放位置</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Key: %1</source>
        <translation>按键：%1</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Missed</source>
        <translation>未接</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>资金流入</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>资金流出</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Juzheng</source>
        <translation>欢迎使用举证</translation>
    </message>
    <message>
        <source>Where shall the evidence be kept?</source>
        <translation>证据保存在哪里？</translation>
    </message>
    <message>
        <source>All of it lies in one folder, the vault. It can be moved and backed up at any time.</source>
        <translation>全部证据都放在一个文件夹里，叫作证据库。以后随时可以搬走或备份。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>先看一个示例纠纷</translation>
    </message>
    <message>
        <source>I have a backup to restore…</source>
        <translation>我有备份要恢复…</translation>
    </message>
    <message>
        <source>It turns screenshots, messages, calls and recordings into a timeline, and the timeline into a dossier that others can check. Originals are never changed, and never leave this computer.</source>
        <translation>把截图、消息、通话和录音整理成时间线，再把时间线做成别人可以核验的证据册。原件绝不改动，也绝不离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>WhoseNumbers</name>
    <message>
        <source>Which of these numbers are theirs?</source>
        <translation>这些号码中哪些是对方的？</translation>
    </message>
    <message>
        <source>Nobody has said so yet. Until then, calls and messages count only under the institution&apos;s own name: those of family, banks and couriers must not be held against it. Tick all that are the other side&apos;s.</source>
        <translation>还没有说明。在此之前，只有以机构自己名称来往的电话和消息才计入：家人、银行、快递的来往不能算在对方头上。请勾选所有属于对方的号码。</translation>
    </message>
    <message>
        <source>Ticked beforehand is who signs messages with the institution&apos;s name. Anybody can write such a signature: look before you confirm.</source>
        <translation>已预先勾选短信签名为机构名称的号码。签名谁都可以写：请看清楚再确认。</translation>
    </message>
    <message>
        <source>Are these theirs, too?</source>
        <translation>这些也是对方的吗？</translation>
    </message>
    <message>
        <source>Their own messages or pages name them, you keep them as a channel of theirs, or they are called or sign like them. Impostors do, too, and names are alike by chance: look before you confirm. Only then do calls, messages and payments with them count.</source>
        <translation>它们由对方自己的消息或页面提到，或被您记为对方的渠道，或名称、签名与对方相像。冒充者也会这样做，名称也可能碰巧相像，请看清楚再确认。确认之后，与它们的通话、消息和付款才会计入。</translation>
    </message>
    <message>
        <source>None of these is theirs</source>
        <translation>都不是对方的</translation>
    </message>
    <message>
        <source>You will be asked again only about numbers that are new.</source>
        <translation>只有出现新号码时才会再问。</translation>
    </message>
</context>
<context>
    <name>WitnessSettings</name>
    <message>
        <source>Time witnesses</source>
        <translation>时间见证方</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>请见证方确认时间</translation>
    </message>
    <message>
        <source>Add an authority…</source>
        <translation>添加机构…</translation>
    </message>
    <message>
        <source>First witness</source>
        <translation>第一见证方</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>第二见证方</translation>
    </message>
    <message>
        <source>Remove this authority</source>
        <translation>移除该机构</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>运营方：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>网址：%1</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>策略：%1</translation>
    </message>
    <message>
        <source>Fingerprint of its root (SHA-256): %1</source>
        <translation>根证书指纹（SHA-256）：%1</translation>
    </message>
</context>
<context>
    <name>Witnessing</name>
    <message>
        <source>Having the time witnessed</source>
        <translation>请见证方确认时间</translation>
    </message>
    <message>
        <source>witnessed by %1</source>
        <translation>已由 %1 见证</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>答复未通过核对，稍后会重试</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>当前离线，稍后会重试</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message numerus="yes">
        <source>%n removed; in the removed items until the tray is emptied</source>
        <translation>
            <numerusform>已移除 %n 项，可在“已移除的项目”中放回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n entries</source>
        <translation>
            <numerusform>修改 %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>New entry: %1</source>
        <translation>新增记录：%1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>放回：%1</translation>
    </message>
    <message>
        <source>Order of entries</source>
        <translation>记录的先后顺序</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>已驳回：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field&apos;s name, and what it belongs to</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the dispute</source>
        <translation>纠纷</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that were read</source>
        <translation>
            <numerusform>识别出的 %n 项内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>exhibit %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>an entry (%1)</source>
        <translation>一条记录：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>已识别 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1. They are kept as they are: read them again, or type what they say.</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%n 张图片未能识别：%1。图片已原样保存；可以重新识别，或自己录入上面的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Overlaps exhibit %1; entries on both: %2.</source>
        <translation>与证据 %1 相接：两者都载有相同的 %2 条内容。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>与其前的证据 %1 没有相同内容，而对话在一小时内仍在继续：其间可能有缺漏。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>与其后的证据 %1 没有相同内容，而对话在一小时内仍在继续：其间可能有缺漏。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it; whether anything was said in between is not shown.</source>
        <translation>与其前的证据 %1 没有相同内容；其间是否另有内容，图片未显示。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it; whether anything was said in between is not shown.</source>
        <translation>与其后的证据 %1 没有相同内容；其间是否另有内容，图片未显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages</source>
        <translation>
            <numerusform>在导入的消息中找到 %n 项</numerusform>
        </translation>
    </message>
</context>
</TS>
