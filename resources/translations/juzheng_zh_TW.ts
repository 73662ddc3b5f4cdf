<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About Juzheng</source>
        <translation>關於舉證</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Turns what happened with a lender or a wallet into a timeline, and the timeline into a dossier that others can check. Everything stays on this computer.</source>
        <translation>把與貸款機構或電子錢包之間發生的事整理成時間線，再做成別人可以核對的證據冊。所有內容都留在這台電腦上。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it under the same terms. It comes without any warranty, and it is no legal advice.</source>
        <translation>自由軟體，採用 GNU 通用公共授權條款第 3 版或更新版本：可以使用、轉交，也可以依相同條款修改。不附帶任何擔保，也不構成法律意見。</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>複製版本資訊</translation>
    </message>
    <message>
        <source>What it is made of, and the licences</source>
        <translation>組成部分及其授權條款</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>授權條款全文</translation>
    </message>
    <message>
        <source>This part names its licence and brings no text of it.</source>
        <translation>此部分註明了授權條款，但未附全文。</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>stopped; what is saved stays</source>
        <translation>已停止，已保存的內容仍在</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopping; what is saved stays</source>
        <translation>正在停止，已保存的內容仍在</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>還剩約 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>還剩約 %n 分鐘</numerusform>
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
        <translation>關閉</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
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
            <numerusform>活動：正在進行 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity: nothing runs</source>
        <translation>活動：沒有正在進行的工作</translation>
    </message>
</context>
<context>
    <name>ActivityLine</name>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Nothing runs, and nothing ran since the start.</source>
        <translation>沒有正在進行的工作，啟動以來也沒有。</translation>
    </message>
</context>
<context>
    <name>Agents</name>
    <message>
        <source>Agents</source>
        <translation>客服人員</translation>
    </message>
    <message>
        <source>No agent is known yet. Ask for the agent ID in every call.</source>
        <translation>還沒有客服的工號。每次通話都問一下。</translation>
    </message>
    <message>
        <source>Agent ID %1 appeared under several names: %2.</source>
        <translation>工號 %1 出現過多個姓名：%2。</translation>
    </message>
    <message>
        <source>The name %2 appeared under several agent IDs: %1.</source>
        <translation>姓名「%2」出現過多個工號：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more agent(s)</source>
        <translation>
            <numerusform>再顯示 %n 位客服</numerusform>
        </translation>
    </message>
    <message>
        <source>%2 (agent ID %1)</source>
        <translation>%2（工號 %1）</translation>
    </message>
    <message>
        <source>Agent ID %1</source>
        <translation>工號 %1</translation>
    </message>
    <message>
        <source>Agent ID %1 was given just before in this talk, not in this message.</source>
        <translation>工號 %1 是此前在同一對話中報的，本則訊息未載工號。</translation>
    </message>
    <message>
        <source>Join with other IDs and names…</source>
        <translation>與其他工號、姓名合併…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再顯示 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>They speak for %1: %2</source>
        <translation>以下人員代表 %1：%2</translation>
    </message>
    <message>
        <source>The name %2 stands with agent ID %1, and without one. If it is one person, join them.</source>
        <translation>姓名 %2 有時帶工號 %1，有時不帶工號。如果是同一個人，請合併。</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer</source>
        <translation>已標註：與其他說法矛盾</translation>
    </message>
    <message>
        <source>Promised, due on or before %1</source>
        <translation>承諾，應於 %1 當日或之前</translation>
    </message>
    <message>
        <source>Promised, no day given</source>
        <translation>承諾，未說日期</translation>
    </message>
    <message>
        <source>the same promise as of %1</source>
        <translation>與%1的承諾為同一項</translation>
    </message>
    <message>
        <source>the day has passed</source>
        <translation>期限已過</translation>
    </message>
    <message>
        <source>Contradicting answers</source>
        <translation>互相矛盾的說法</translation>
    </message>
    <message>
        <source>Two answers contradict each other? Mark both in the timeline, in the menu of the entry.</source>
        <translation>兩次說法互相矛盾？請在時間線中用事件的選單把兩條都標註出來。</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer, and nobody has said which one:</source>
        <translation>已標註為與另一處說法矛盾，還沒有說明是哪一處：</translation>
    </message>
    <message>
        <source>Say which answer it contradicts</source>
        <translation>說明與哪一處矛盾</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>重新分開</translation>
    </message>
    <message>
        <source>ID given: %1</source>
        <translation>報工號：%1</translation>
    </message>
    <message>
        <source>This message mentions the agent ID; who wrote it is not said.</source>
        <translation>只提到該工號，沒有說明由誰所寫。</translation>
    </message>
</context>
<context>
    <name>AllDone</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>沒有需要留意的地方。</translation>
    </message>
    <message>
        <source>Every exhibit is readable, has a time, and says what it proves.</source>
        <translation>每件證據都能讀取、都有時間，也都寫明了要證明什麼。</translation>
    </message>
    <message>
        <source>Show all exhibits</source>
        <translation>顯示全部證據</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Juzheng</source>
        <translation>舉證</translation>
    </message>
</context>
<context>
    <name>ArrangingList</name>
    <message>
        <source>Only entries of the same time can change places</source>
        <translation>只有時間相同的項目可以互換位置</translation>
    </message>
    <message>
        <source>No other entry has the same time: correct the time to move this one</source>
        <translation>沒有其他項目與它時間相同：要移動它，請更正時間</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>There is no file or picture in what was dropped or pasted.</source>
        <translation>拖放或貼上的內容裡沒有檔案或圖片。</translation>
    </message>
    <message>
        <source>Not added: the vault that it was meant for was closed meanwhile. Drop it once more.</source>
        <translation>沒有加入：原定的證據庫已經關閉，請再拖放一次。</translation>
    </message>
    <message>
        <source>Adding evidence</source>
        <translation>加入證據</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>檢視清單</translation>
    </message>
    <message>
        <source>This lies on a website, and nothing is fetched from the network: save the picture first, then drop the file.</source>
        <translation>這是網頁上的內容，程式不會連網下載：請先把圖片儲存到電腦，再拖入檔案。</translation>
    </message>
</context>
<context>
    <name>AtHand</name>
    <message>
        <source>Day of the application or contract</source>
        <translation>申請或合約日期</translation>
    </message>
    <message>
        <source>Contract or case number</source>
        <translation>合約號或受理編號</translation>
    </message>
    <message>
        <source>Number of a complaint</source>
        <translation>投訴編號</translation>
    </message>
    <message>
        <source>Order number of a payment</source>
        <translation>付款單號</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>機構</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>爭議內容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>訴求</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身分證號</translation>
    </message>
    <message>
        <source>only for this call, kept nowhere</source>
        <translation>僅供這次通話，不會儲存</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>顯示：%1</translation>
    </message>
</context>
<context>
    <name>BackgroundReading</name>
    <message>
        <source>Reading the text again</source>
        <translation>重新辨識文字</translation>
    </message>
    <message>
        <source>Reading the text on pictures</source>
        <translation>辨識圖片上的文字</translation>
    </message>
</context>
<context>
    <name>BadEndSheet</name>
    <message>
        <source>The program was not closed properly last time</source>
        <translation>程式上次沒有正常關閉</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>It may have failed, or the computer was switched off. Everything that was saved is there; only what was being typed at that moment may be missing.</source>
        <translation>可能是程式出錯，也可能是電腦斷電。已儲存的內容都在，只有當時正在輸入的內容可能缺失。</translation>
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
        <translation>這裡的變更會套用到所有選取的項目，一步即可復原。</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多個不同的值</translation>
    </message>
    <message>
        <source>State a zone</source>
        <translation>指定時區</translation>
    </message>
    <message>
        <source>Now: several values</source>
        <translation>目前：多個不同的值</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>目前：%1</translation>
    </message>
    <message>
        <source>Now: assumed, as the dispute&apos;s (%1)</source>
        <translation>目前：推定，同糾紛時區（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已選取 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件證據</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>另有 %n 筆紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 筆紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written for %n of them…</source>
        <translation>
            <numerusform>正在寫入其中 %n 筆…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BindingRow</name>
    <message>
        <source>Show the recording</source>
        <translation>查看錄音</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>查看通話</translation>
    </message>
    <message>
        <source>Add the recording to the call</source>
        <translation>將錄音關聯到該通話</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Where the case stands</source>
        <translation>進展</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>正在整理時間線上的紀錄…</translation>
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
        <translation>投訴</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>證據清單</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Promises and agents</source>
        <translation>承諾與客服</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>發現</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>資金</translation>
    </message>
    <message>
        <source>In pictures</source>
        <translation>圖示</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>機構</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>正在通話…</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>正在整理時間線上的紀錄…</translation>
    </message>
</context>
<context>
    <name>CaseSection</name>
    <message>
        <source>Show the entry of %1 in the timeline</source>
        <translation>在時間線中查看 %1 的紀錄</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>時間未知</translation>
    </message>
    <message>
        <source>Show %n more</source>
        <translation>再顯示 %n 則</translation>
    </message>
    <message>
        <source>Exhibit %1: %2</source>
        <translation>證據 %1：%2</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>還有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Next deadline: %1 · %2</source>
        <translation>下一期限：%1 · %2</translation>
    </message>
    <message>
        <source>No answer recorded by %1 · %2</source>
        <translation>截至%1沒有答覆的紀錄 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>已過%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible next step: %1</source>
        <translation>下一步可以：%1</translation>
    </message>
    <message>
        <source>A complaint is under way: its answer comes first.</source>
        <translation>投訴正在處理中：先等答覆。</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2, and perhaps %3: see Money</source>
        <translation>爭議金額：%1 · 已退回：%2，另有%3待確認：見「資金」頁</translation>
    </message>
    <message>
        <source>Missing first: %1</source>
        <translation>首先缺：%1</translation>
    </message>
    <message>
        <source>First call answered at once</source>
        <translation>首次致電即有人接聽</translation>
    </message>
    <message>
        <source>First reply within a minute</source>
        <translation>首次答覆在一分鐘之內</translation>
    </message>
    <message>
        <source>First reply after %1</source>
        <translation>首次答覆用了%1</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n 名客服</numerusform>
        </translation>
    </message>
    <message>
        <source>only under the institution&apos;s own name: nobody has said yet which numbers are theirs</source>
        <translation>僅限以機構自己名稱往來的：還沒有說明哪些號碼是對方的</translation>
    </message>
    <message>
        <source>promises: %1 kept, %2 not kept, %3 open</source>
        <translation>承諾：兌現 %1，未兌現 %2，待定 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n past its day, not marked</source>
        <translation>
            <numerusform>%n 項已過期、尚未標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promised again: %n earlier day(s) passed</source>
        <translation>
            <numerusform>再次承諾的：此前已過 %n 個期限</numerusform>
        </translation>
    </message>
    <message>
        <source>One contact came after a promise to stop, on %1.</source>
        <translation>對方承諾停止聯絡後，又聯絡 1 次，在 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came after a promise to stop: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>對方承諾停止聯絡後，又聯絡 %n 次：首次 %1，末次 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform> %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform> %n 小時</numerusform>
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
        <translation>爭議金額 %1，尚未追回任何款項</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2 · still open: %3</source>
        <translation>爭議金額 %1 · 已追回 %2 · 尚未追回 %3</translation>
    </message>
    <message numerus="yes">
        <source>Evidence there: %2 of %n needed piece(s) (%1%: what decides counts twice).</source>
        <translation>
            <numerusform>所需證據 %n 項中已有 %2 項（完備 %1%，關鍵證據按兩份計）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>還有 %n 項可能已有，請核對。</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not open links to %1: they only look like the institution&apos;s.</source>
        <translation>不要開啟 %1 的連結：只是看起來像機構的網址。</translation>
    </message>
</context>
<context>
    <name>ChannelSheet</name>
    <message>
        <source>Channel</source>
        <translation>聯絡管道</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Take numbers from the contract, the licence register or the card, not from an advert or a message.</source>
        <translation>號碼請以合約、牌照名單或銀行卡為準，不要用廣告或簡訊裡的。</translation>
    </message>
    <message>
        <source>Add a channel…</source>
        <translation>新增管道…</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>類型：%1</translation>
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
        <translation>發行方：%1</translation>
    </message>
    <message>
        <source>Domains: %1</source>
        <translation>網域：%1</translation>
    </message>
    <message>
        <source>Numbers and names it used: %1</source>
        <translation>對方使用過的號碼和名稱：%1</translation>
    </message>
    <message>
        <source>Say which numbers are its own: then only their calls and messages count in findings.</source>
        <translation>說明哪些號碼是對方的：之後只有這些號碼的電話和訊息計入發現。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Edit what is known of the institution</source>
        <translation>編輯機構資料</translation>
    </message>
    <message>
        <source>Do not open: %1</source>
        <translation>請勿開啟：%1</translation>
    </message>
    <message>
        <source>Named in:</source>
        <translation>出現在：</translation>
    </message>
    <message>
        <source>Known from: %1</source>
        <translation>從哪裡得知：%1</translation>
    </message>
    <message>
        <source>Found genuine: %1 %2</source>
        <translation>已核實：%1 %2</translation>
    </message>
    <message>
        <source>Seen on: %1</source>
        <translation>見於：%1</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>機構資料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Dossier or bag</source>
        <translation>證據冊或證據包</translation>
    </message>
    <message>
        <source>Check a dossier</source>
        <translation>核驗證據冊</translation>
    </message>
    <message>
        <source>Checking “%1”</source>
        <translation>核驗「%1」</translation>
    </message>
    <message>
        <source>check</source>
        <translation>核驗</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存核驗報告</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>在此清單中搜尋</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
</context>
<context>
    <name>ChecklistPart</name>
    <message>
        <source>How complete the evidence is</source>
        <translation>證據完整度</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>先做這些</translation>
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
        <translation>以時間線為準</translation>
    </message>
    <message>
        <source>decisive</source>
        <translation>關鍵</translation>
    </message>
    <message>
        <source>How to get it: %1</source>
        <translation>怎樣拿到：%1</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>What you say of it: %1</source>
        <translation>您的標註：%1</translation>
    </message>
    <message>
        <source>What decides such disputes counts twice. A piece counts because of what the timeline shows, or because you say so. What only words hint at does not count before you have looked.</source>
        <translation>關鍵證據按兩份計。是否已有，以時間線上的紀錄或您的標註為準；只憑字詞推測的，要您看過才計入。</translation>
    </message>
    <message>
        <source>What it should show, or how to get it: %1</source>
        <translation>應當能看到什麼、怎麼取得：%1</translation>
    </message>
    <message>
        <source>Perhaps there: please look</source>
        <translation>可能已有，請核對</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>有，就是這個</translation>
    </message>
    <message>
        <source>That is not it</source>
        <translation>不是這個</translation>
    </message>
    <message>
        <source>You recorded a complaint of %1: add what shows it, its mail or ticket for example.</source>
        <translation>您記錄過 %1 的投訴：請加入能證明它的資料，例如郵件或工單。</translation>
    </message>
</context>
<context>
    <name>ChecklistWords</name>
    <message numerus="yes">
        <source>Evidence there: %1 of %n needed piece(s).</source>
        <translation>
            <numerusform>所需證據 %n 項中已有 %1 項。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>還有 %n 項可能已有，請核對。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>%1 · by %2 · perhaps answered on %3</source>
        <translation>%1 · 期限至%2 · %3可能已有答覆</translation>
    </message>
    <message>
        <source>%1 · by %2 · perhaps done on %3: if so, enter that day as the day of acceptance</source>
        <translation>%1 · 期限至%2 · %3可能已經完成：如果是，請把這一天填為受理日</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, which is not recorded; it would have ended on %2</source>
        <translation>%1 · 須告知您才算數，沒有告知的紀錄；即使告知過，也已於%2屆滿</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, then up to %2</source>
        <translation>%1 · 須告知您才算數，最遲%2</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · done on %3 · for complex or extended cases up to %4</source>
        <translation>%1 · %2已屆滿 · %3完成 · 情況複雜或經延長的，最遲%4</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · for complex or extended cases up to %3</source>
        <translation>%1 · %2已屆滿 · 情況複雜或經延長的，最遲%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · was due on or before %2 · done on %3, %n day(s) late</source>
        <translation>
            <numerusform>%1 · 期限至 %2（含當日），%3 完成，晚 %n 天</numerusform>
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
        <translation>%1 · 期限至 %2（含當日），已過</translation>
    </message>
    <message>
        <source>%1 · due on or before %2</source>
        <translation>%1 · 期限至 %2（含當日）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Days off in it: %1</source>
        <translation>其間的節假日：%1</translation>
    </message>
    <message>
        <source>%1 is a day off: the next working day counts instead. %2</source>
        <translation>%1是休息日，以其次一工作日代之。%2</translation>
    </message>
    <message>
        <source>That year&apos;s days off are not announced yet.</source>
        <translation>該年的放假安排尚未公布。</translation>
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
        <translation>時間</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
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
        <translation>對方</translation>
    </message>
    <message>
        <source>Its account or number</source>
        <translation>對方帳號或號碼</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果如何</translation>
    </message>
    <message>
        <source>Own card or account</source>
        <translation>自己的卡或帳戶</translation>
    </message>
    <message>
        <source>Balance (not shown)</source>
        <translation>餘額（不顯示）</translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message>
        <source>What the columns of “%1” hold</source>
        <translation>「%1」各欄的意思</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>The file is read again as it was received. Entries keep what you changed, marked or linked yourself; everything else says what the columns hold. This can be undone.</source>
        <translation>會依收到時的原件重新讀取。您自己改過、標註過、連結過的內容都會保留，其餘依各欄的意思顯示。可以復原。</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>During the call</source>
        <translation>通話進行中</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入時間線</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>對方要我等</translation>
    </message>
    <message>
        <source>To have at hand</source>
        <translation>手邊備好</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>要問的</translation>
    </message>
    <message>
        <source>Add the recording later: its time puts it beside this call</source>
        <translation>錄音之後再加：依時間就會放到這次通話旁邊</translation>
    </message>
    <message>
        <source>Promised something</source>
        <translation>作出承諾</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>Transferred me</source>
        <translation>轉接</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>掛斷</translation>
    </message>
    <message>
        <source>Told them I record</source>
        <translation>已告知錄音</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>等候 %1</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>通話結束</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>通話開始</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>通話繼續</translation>
    </message>
    <message>
        <source>This call is not on the timeline yet.</source>
        <translation>這次通話還沒有加入時間線。</translation>
    </message>
    <message>
        <source>Noted before the program ended, last at %1. Add it to the timeline, or go on.</source>
        <translation>這是程式結束前記下的，最後一次在 %1。可以加入時間線，也可以接著記。</translation>
    </message>
    <message>
        <source>The disk takes nothing right now: add the call to the timeline before you close.</source>
        <translation>磁碟現在寫不進去：關閉前請先把通話加入時間線。</translation>
    </message>
    <message>
        <source>“I record this call.”</source>
        <translation>「我會對這次通話錄音。」</translation>
    </message>
    <message>
        <source>What is your agent ID, and your name?</source>
        <translation>您的工號和姓名？</translation>
    </message>
    <message>
        <source>What exactly was decided, and by whom?</source>
        <translation>具體的處理決定是什麼？由誰作出？</translation>
    </message>
    <message>
        <source>By which day?</source>
        <translation>哪一天之前辦好？</translation>
    </message>
    <message>
        <source>Please confirm it in writing. What is the case&apos;s number?</source>
        <translation>請書面確認。受理編號是多少？</translation>
    </message>
    <message>
        <source>Tick what is asked</source>
        <translation>問過的打勾</translation>
    </message>
    <message>
        <source>Noted during the call: %1</source>
        <translation>通話中記下：%1</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Back to one</source>
        <translation>回到單張</translation>
    </message>
    <message>
        <source>Fit both widths</source>
        <translation>兩邊符合寬度</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互換</translation>
    </message>
    <message>
        <source>Compare with another…</source>
        <translation>與另一份比較…</translation>
    </message>
    <message>
        <source>Move together (L)</source>
        <translation>一起移動（L）</translation>
    </message>
    <message>
        <source>Move each by itself (L)</source>
        <translation>各自移動（L）</translation>
    </message>
</context>
<context>
    <name>ComparedExhibit</name>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>Next deadline: %1 (%2)</source>
        <translation>下一個期限：%1（%2）</translation>
    </message>
    <message>
        <source>It is answered under Money, in the loan&apos;s terms.</source>
        <translation>在「資金」頁的「填寫借款條款…」裡回答。</translation>
    </message>
    <message>
        <source>Record a complaint to another body…</source>
        <translation>記錄向其他機構的投訴…</translation>
    </message>
    <message>
        <source>No ladder of bodies is known here for such a dispute in this place, and no period. What can be done: complain to the institution in writing and keep the number and the answer; ask it which body supervises it and takes complaints; record each complaint here, whoever it went to.</source>
        <translation>還不知道這個地方受理這類糾紛的各級機構，也沒有已知的期限。可以做的是：書面向機構投訴，保留編號和答覆；問清由誰監管、由誰受理投訴；每次投訴都登記下來，不論向誰提出。</translation>
    </message>
    <message>
        <source>This could be the next step.</source>
        <translation>下一步可以走這裡。</translation>
    </message>
    <message>
        <source>%1: no answer recorded. No rule is known that says within which time it has to answer, nor how long one should wait: whether to go on now is for you to say.</source>
        <translation>%1沒有答覆的紀錄。沒有查到規定它多久之內必須答覆的規則，等多久算合理也沒有依據；是否現在就走下一步，由您決定。</translation>
    </message>
    <message>
        <source>%1: no answer recorded, and no period for its answer is counted. Whether to go on now is for you to say.</source>
        <translation>%1沒有答覆的紀錄，也沒有可計算的答覆期限；是否現在就走下一步，由您決定。</translation>
    </message>
    <message>
        <source>For it: %1</source>
        <translation>好處：%1</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>需要注意：%1</translation>
    </message>
    <message>
        <source>%1: ended on %2, and no final answer is recorded.</source>
        <translation>%1：已於%2屆滿，沒有最終答覆的紀錄。</translation>
    </message>
    <message>
        <source>It asks for: %1</source>
        <translation>需要：%1</translation>
    </message>
    <message>
        <source>Record a complaint…</source>
        <translation>記錄投訴…</translation>
    </message>
    <message>
        <source>State from when it counts…</source>
        <translation>說明從哪天起算…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more complaint(s)</source>
        <translation>
            <numerusform>再顯示 %n 件投訴</numerusform>
        </translation>
    </message>
    <message>
        <source>Filed on %1</source>
        <translation>%1 提出</translation>
    </message>
    <message>
        <source>It is not said on which day: no period runs.</source>
        <translation>沒有填寫提出日期：期限無法起算。</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>編號 %1</translation>
    </message>
    <message>
        <source>from the timeline</source>
        <translation>來自時間線</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答覆：%1</translation>
    </message>
    <message>
        <source>Record what became of it…</source>
        <translation>記錄處理結果…</translation>
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
        <translation>%1轉辦給機構</translation>
    </message>
    <message>
        <source>told of an extension on %1</source>
        <translation>%1告知延長期限</translation>
    </message>
    <message>
        <source>answered on %1</source>
        <translation>%1答覆</translation>
    </message>
    <message>
        <source>It counts as filed. Nobody recorded it, so nothing is said of an answer, and nobody is late.</source>
        <translation>按已提出計算。沒有人登記過它，所以不說有沒有答覆，也不算誰逾期。</translation>
    </message>
    <message>
        <source>Record it as it is shown</source>
        <translation>按所顯示的登記</translation>
    </message>
    <message>
        <source>A complaint on the timeline</source>
        <translation>時間線上的一件投訴</translation>
    </message>
    <message>
        <source>The entry does not show with whom: it stands on no step yet.</source>
        <translation>條目沒有顯示向誰提出，所以還沒有列入任何一級。</translation>
    </message>
    <message>
        <source>Record where it was filed…</source>
        <translation>登記向誰提出…</translation>
    </message>
    <message>
        <source>This entry may be the answer. Is it?</source>
        <translation>這筆紀錄可能是答覆。是嗎？</translation>
    </message>
    <message>
        <source>It is the answer</source>
        <translation>是答覆</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>It does not acknowledge the complaint</source>
        <translation>這則並未確認收到投訴</translation>
    </message>
    <message>
        <source>Record a complaint</source>
        <translation>記錄投訴</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Use the number %1</source>
        <translation>填入編號 %1</translation>
    </message>
    <message numerus="yes">
        <source>The dossier of %1 was filed, %n page(s)</source>
        <translation>
            <numerusform>提出的是%1匯出的證據冊，%n 頁</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of the complaint</source>
        <translation>投訴的處理結果</translation>
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
        <translation>要請獨立的見證方確認證據從何時起就存在嗎？</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 與 </translation>
    </message>
    <message>
        <source>timestamp authorities (%1)</source>
        <translation>時間戳記機構（%1）</translation>
    </message>
    <message>
        <source>two timestamp authorities</source>
        <translation>兩家時間戳記機構</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>請見證方確認時間</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>什麼都不傳送</translation>
    </message>
    <message>
        <source>Only a fingerprint is sent to %1, a number from which nothing can be read: no evidence, no names, no texts. They learn an internet address and a time, and confirm the time. You can change this in the settings at any time.</source>
        <translation>只會把一串指紋傳給%1，從這串數字讀不出任何內容：不含證據、姓名或文字。對方只知道一個網路位址和一個時間，並確認這個時間。您可以隨時在設定中變更。</translation>
    </message>
    <message>
        <source>May witnesses confirm the time?</source>
        <translation>可以請見證方確認時間嗎？</translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>%1 is “%2” in the contacts that were added.</source>
        <translation>%1 在已加入的通訊錄中是「%2」。</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n 次聯絡</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in quiet hours</source>
        <translation>
            <numerusform>其中 %n 次在休息時段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, answered %3 after %n day(s)</source>
        <translation>
            <numerusform>%1：%2提出，%n天後於%3答覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, perhaps answered after %n day(s)</source>
        <translation>
            <numerusform>%1：%2提出，%n天後可能已有答覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no final answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1：%2提出，%n天沒有最終答覆的紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1：%2提出，%n天沒有答覆的紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: filed %2</source>
        <translation>%1：%2提出</translation>
    </message>
    <message>
        <source>%1: filed %2, %3</source>
        <translation>%1：%2提出，%3</translation>
    </message>
</context>
<context>
    <name>CopyStrip</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Remove exhibit %1…</source>
        <translation>移除證據 %1…</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; neither is larger.</source>
        <translation>也許與證據 %1 是同一張圖；兩者一樣大。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is the larger file: less of it was lost.</source>
        <translation>也許與證據 %1 是同一張圖；證據 %1 的檔案較大，細節保留得較多。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is the larger file: less of it was lost.</source>
        <translation>也許與證據 %1 是同一張圖；本證據的檔案較大，細節保留得較多。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is larger and shows more.</source>
        <translation>也許與證據 %1 是同一張圖；證據 %1 尺寸較大，較清楚。</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is larger and shows more.</source>
        <translation>也許與證據 %1 是同一張圖；本證據尺寸較大，較清楚。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 筆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Something went wrong that the program did not expect</source>
        <translation>程式遇到了意外的問題</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>You can go on. If something looks wrong now, restart the program: what you typed is saved first.</source>
        <translation>可以繼續使用。如果有什麼看起來不對，請重新啟動程式：已輸入的內容會先儲存。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新啟動</translation>
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
        <translation>加入和記下的</translation>
    </message>
    <message>
        <source>Changed and removed</source>
        <translation>更動和移除的</translation>
    </message>
    <message>
        <source>Exported and restored</source>
        <translation>匯出和還原的</translation>
    </message>
    <message>
        <source>Witnessed by others</source>
        <translation>由他方見證的</translation>
    </message>
    <message>
        <source>Everything up to entry %1 was witnessed by %2 at %3</source>
        <translation>第 %1 筆及之前的全部紀錄，由 %2 於 %3 見證</translation>
    </message>
    <message>
        <source>%1 (content erased)</source>
        <translation>%1（內容已清除）</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Time (this computer&apos;s clock)</source>
        <translation>時間（本機時鐘）</translation>
    </message>
    <message>
        <source>Hash of the entry</source>
        <translation>本筆紀錄的雜湊</translation>
    </message>
    <message>
        <source>Hash of the entry before</source>
        <translation>上一筆紀錄的雜湊</translation>
    </message>
    <message>
        <source>Commitment to its content</source>
        <translation>內容雜湊</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>見證方</translation>
    </message>
    <message>
        <source>Time witnessed</source>
        <translation>見證時間</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>檢查點</translation>
    </message>
</context>
<context>
    <name>CustodyPage</name>
    <message>
        <source>Custody log</source>
        <translation>保管紀錄</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>顯示哪些紀錄</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Send myself a receipt…</source>
        <translation>寄一份回執給自己…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在讀取紀錄…</translation>
    </message>
</context>
<context>
    <name>DayOffWords</name>
    <message>
        <source>That is a day off: whether the next working day, %1, still counts is for the body to say.</source>
        <translation>末日是休息日：次一工作日%1是否仍在期限內，由該機構決定。</translation>
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
        <translation>沒有事件</translation>
    </message>
    <message numerus="yes">
        <source>%n with times that disagree</source>
        <translation>
            <numerusform>%n 筆時間不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>time witnessed by %1</source>
        <translation>時間由 %1 見證</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>所有日期</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>What is asked</source>
        <translation>訴求</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Edit what is asked</source>
        <translation>編輯訴求</translation>
    </message>
    <message>
        <source>Nothing yet. One sentence for each thing you ask for: a refund, a correction, an apology.</source>
        <translation>還沒有寫。每項訴求一句話：退款、更正紀錄、道歉……</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Go to the exhibit</source>
        <translation>前往該證據</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>Disclosed</name>
    <message numerus="yes">
        <source>%n private note(s) stay in the vault.</source>
        <translation>
            <numerusform>%n 則私人備註留在證據庫中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Private notes stay in the vault; there are none.</source>
        <translation>私人備註都留在證據庫中；目前沒有。</translation>
    </message>
    <message>
        <source>Private notes are for you alone. They are never printed and never disclosed, whatever you choose.</source>
        <translation>私人備註只給您自己看。不論怎麼選擇，都不會印出，也不會揭露。</translation>
    </message>
    <message numerus="yes">
        <source>Place and camera data are taken out of %n picture(s).</source>
        <translation>
            <numerusform>%n 張圖片中的拍攝地點和相機資訊已移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos often carry where and with which device they were taken. The dossier shows the pictures without these data; the originals in the vault keep them. What can be seen in a picture stays.</source>
        <translation>照片裡往往帶有拍攝地點和裝置資訊。證據冊中的圖片不含這些資訊，證據庫中的原件維持原樣。圖片上看得見的內容不會改變。</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) cannot be shown on paper: only their name and hash are in it.</source>
        <translation>
            <numerusform>%n 件證據無法印在紙上：只列出名稱和雜湊值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings and some other files have no picture. Hand over the original files beside the dossier; their hash in it shows that they are the same.</source>
        <translation>錄音和一些其他檔案沒有畫面。請連同證據冊一起提出原始檔案；證據冊中的雜湊值可以證明是同一檔案。</translation>
    </message>
    <message numerus="yes">
        <source>%n removed exhibit(s) are named as removed.</source>
        <translation>
            <numerusform>%n 件已移除的證據會註明「已移除」。</numerusform>
        </translation>
    </message>
    <message>
        <source>Their content is gone. That something was removed, and when, stays visible, so that nobody can say it was hidden.</source>
        <translation>內容已經不在了。但移除過什麼、何時移除仍然看得到，這樣誰也不能說您隱瞞了。</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>這是什麼？</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exhibit(s)</source>
        <translation>
            <numerusform>證據 %1 / %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entry(s) of the timeline</source>
        <translation>
            <numerusform>時間線紀錄 %1 / %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>Only these are in the dossier. How many are left out is stated in it, so that nobody can say you kept that quiet.</source>
        <translation>證據冊中只有這些。省略了多少會在其中寫明，這樣誰也不能說您隱瞞了。</translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s), all with what they say.</source>
        <translation>
            <numerusform>保管紀錄：%n 筆，內容全部印出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s) with what they say</source>
        <translation>
            <numerusform>保管紀錄：%n 筆印出內容</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 without.</source>
        <translation>%1，%2 筆不印內容。</translation>
    </message>
    <message>
        <source>The custody log lists everything that was done to the evidence. Entries about what is not in the dossier, and private ones, are printed without what they say: a reader can check that none was taken out, but not read them.</source>
        <translation>保管紀錄列出對證據做過的一切。涉及證據冊以外內容的紀錄和私人紀錄不印出內容：讀者可以核對沒有一筆被抽走，但看不到內容。</translation>
    </message>
    <message>
        <source>The complainant&apos;s or representative&apos;s contact details are in it.</source>
        <translation>包含投訴人或代理人的聯絡方式。</translation>
    </message>
    <message>
        <source>Contact details are not in it.</source>
        <translation>不包含聯絡方式。</translation>
    </message>
    <message>
        <source>Contact details are not in it: none are recorded.</source>
        <translation>不包含聯絡方式：沒有填寫。</translation>
    </message>
    <message>
        <source>Phone number or address, as typed in the dispute. They stand on the page of the parties. Whoever gets the dossier, and whoever they hand it on to, can read them.</source>
        <translation>即糾紛中填寫的電話或地址，印在當事人一頁。拿到證據冊的人，以及他們轉交的人，都看得到。</translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) go along as they are, with place and camera data where they have them.</source>
        <translation>
            <numerusform>%n 件原件原樣附上；相片中如有地點和相機資訊，也在其中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Originals show that nothing was changed, so nothing is taken out of them. Photos often carry where and with which device they were taken; only the pictures on the pages are without. To keep that to yourself, export a PDF without attachments.</source>
        <translation>原件用來證明沒有更動，所以不會從中去除任何內容。相片常帶有拍攝地點和裝置資訊，只有頁面上的圖片不帶。若不想透露，請匯出不帶附件的 PDF。</translation>
    </message>
</context>
<context>
    <name>DisputeHeader</name>
    <message>
        <source>Disputes</source>
        <translation>糾紛</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>編輯糾紛</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>匯出證據冊</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>加入證據</translation>
    </message>
    <message>
        <source>Choose files or a folder. Dropping and pasting work anywhere in the window.</source>
        <translation>選擇檔案或資料夾。也可以拖放或貼到視窗任何位置。</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>檔案…</translation>
    </message>
    <message>
        <source>A whole folder…</source>
        <translation>整個資料夾…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search in the timeline</source>
        <translation>在時間線中搜尋</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>記錄通話</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫筆記</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>記錄付款</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>記錄投訴步驟</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>正在通話…</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>More: other names, demands, people, time zone</source>
        <translation>更多：其他名稱、訴求、人員、時區</translation>
    </message>
</context>
<context>
    <name>DisputesModel</name>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件證據</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide</source>
        <translation>
            <numerusform>%n 個時間待確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>範例</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Height of the picture</source>
        <translation>圖片高度</translation>
    </message>
    <message>
        <source>Drag, or press ↑ and ↓, to make the picture larger or smaller</source>
        <translation>拖曳，或按 ↑ ↓，調整圖片大小</translation>
    </message>
</context>
<context>
    <name>DossierChoices</name>
    <message>
        <source>For a complaints office: confirmed entries and all exhibits, with short captions.</source>
        <translation>適合受理投訴的單位：已確認的紀錄和全部證據，說明簡短。</translation>
    </message>
    <message>
        <source>For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too.</source>
        <translation>適合律師或法院：全部內容，包括未確認的紀錄、檔案資訊和完整保管紀錄。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>樣式</translation>
    </message>
    <message>
        <source>Language of the dossier</source>
        <translation>證據冊語言</translation>
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
        <translation>製作人（可不填）</translation>
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
            <numerusform>證據冊將包含 %n 件證據。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>First it is counted what is of other people; then you say where to save.</source>
        <translation>先統計其中與他人有關的內容，隨後請您選擇儲存位置。</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>匯出證據冊</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP 壓縮檔 (*.zip)</translation>
    </message>
    <message>
        <source>Compare a dossier</source>
        <translation>核對證據冊</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>包含什麼</translation>
    </message>
    <message>
        <source>What it discloses</source>
        <translation>會揭露什麼</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>還缺什麼</translation>
    </message>
    <message>
        <source>Exported so far</source>
        <translation>已匯出的證據冊</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>以什麼形式提出</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>These pages are those of the choices before. %1</source>
        <translation>這些頁面對應修改前的選擇。%1</translation>
    </message>
    <message>
        <source>Drawing the pages…</source>
        <translation>正在產生頁面…</translation>
    </message>
    <message>
        <source>Drawing the pages anew…</source>
        <translation>正在更新頁面…</translation>
    </message>
    <message>
        <source>These are the first %1 of %2 pages. The others are being drawn…</source>
        <translation>這是 %2 頁中的前 %1 頁，其餘頁面正在產生…</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Check a dossier, a bag or a vault</source>
        <translation>核驗證據冊、證據包或證據庫</translation>
    </message>
    <message>
        <source>Add to a new dispute</source>
        <translation>加入新糾紛</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>加入「%1」</translation>
    </message>
    <message>
        <source>Save the picture on this computer first, then drop the file</source>
        <translation>請先把圖片儲存到這台電腦，再拖入檔案</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼上的圖片</translation>
    </message>
</context>
<context>
    <name>EditDisputeSheet</name>
    <message>
        <source>Edit the dispute</source>
        <translation>編輯糾紛</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>儲存修改</translation>
    </message>
</context>
<context>
    <name>EntryVerbs</name>
    <message>
        <source>Nothing that was read by machine waits for a verdict here</source>
        <translation>這裡沒有等待確認的機器辨識內容</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>確認</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n that nobody has confirmed</source>
        <translation>
            <numerusform>確認其中機器辨識的 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>駁回</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n that nobody has confirmed</source>
        <translation>
            <numerusform>駁回其中機器辨識的 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Review in the exhibit</source>
        <translation>對照證據核對</translation>
    </message>
    <message>
        <source>Record a call about this exhibit…</source>
        <translation>記錄與此證據有關的通話…</translation>
    </message>
    <message>
        <source>Write a note about this exhibit…</source>
        <translation>寫一則與此證據有關的筆記…</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>標註為</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase this vault from this computer</source>
        <translation>從這台電腦清除此證據庫</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>All originals, everything written about them and the custody log are deleted from this computer. This cannot be undone. Backups in other places stay, and so do exported dossiers and the files that were added, where they came from.</source>
        <translation>所有原件、寫下的全部內容和保管紀錄都會從這台電腦刪除，無法復原。其他地方的備份、已匯出的證據冊，以及加入時的來源檔案都不受影響。</translation>
    </message>
    <message>
        <source>I have a backup, or I do not need the evidence any more</source>
        <translation>我已有備份，或不再需要這些證據</translation>
    </message>
</context>
<context>
    <name>ErasingSheet</name>
    <message numerus="yes">
        <source>Erase %n removed item(s) for good</source>
        <translation>
            <numerusform>徹底刪除 %n 個已移除的項目</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>徹底刪除</translation>
    </message>
    <message>
        <source>Their originals and everything written about them are erased from this vault. This cannot be undone.</source>
        <translation>它們的原件和寫下的全部內容都會從這個證據庫刪除，無法復原。</translation>
    </message>
    <message>
        <source>The custody log keeps that they were there, their numbers and SHA-256, when they were removed and why. Backups made earlier and files outside the vault are not touched.</source>
        <translation>保管紀錄仍會留下：它們曾經存在、編號和 SHA-256、何時因何移除。以前的備份和證據庫以外的檔案不受影響。</translation>
    </message>
</context>
<context>
    <name>EventCorrectionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>照此確認</translation>
    </message>
</context>
<context>
    <name>EventMarks</name>
    <message>
        <source>Threat</source>
        <translation>威脅</translation>
    </message>
    <message>
        <source>Contacted somebody else</source>
        <translation>聯絡了他人</translation>
    </message>
    <message>
        <source>Told others of the debt</source>
        <translation>向他人透露債務</translation>
    </message>
    <message>
        <source>Contradicts another answer</source>
        <translation>與另一說法矛盾</translation>
    </message>
    <message>
        <source>Does not acknowledge the complaint</source>
        <translation>並未確認收到投訴</translation>
    </message>
    <message>
        <source>Is no answer to the complaint</source>
        <translation>不是對投訴的答覆</translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>Record a call</source>
        <translation>記錄通話</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫筆記</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>記錄付款</translation>
    </message>
    <message>
        <source>Add an instalment</source>
        <translation>新增一期還款</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>記錄投訴步驟</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入時間線</translation>
    </message>
    <message>
        <source>Add and write the next one</source>
        <translation>加入並寫下一筆</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>按鍵：%1</translation>
    </message>
    <message>
        <source>On the telephone right now? Note it as it goes on…</source>
        <translation>正在通話？邊講邊記…</translation>
    </message>
    <message>
        <source>2025-02-28, or +3 for three days later</source>
        <translation>2025-02-28，或 +3 表示三天後</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已加入：%1</translation>
    </message>
    <message>
        <source>Who it was with is kept for the next one: change it if it was somebody else.</source>
        <translation>對方已為下一筆保留；若換了人，請修改。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Not readable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Times disagree</source>
        <translation>時間不一致</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>沒有時間</translation>
    </message>
    <message>
        <source>What does it prove?</source>
        <translation>證明什麼？</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>依編號</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>依時間</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依標題</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>依類型</translation>
    </message>
    <message>
        <source>maybe exhibit %1 again</source>
        <translation>也許同證據 %1</translation>
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
        <translation>已說明的證據</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核對（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核對 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 described</source>
        <translation>%2 件中已說明 %1 件</translation>
    </message>
    <message>
        <source>An exhibit is described once it says what it proves. Ctrl+Enter in a fact goes on to the next one.</source>
        <translation>寫明要證明什麼之後，證據才算已說明。在輸入框中按 Ctrl+Enter 可繼續填寫下一件。</translation>
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
        <translation>證據</translation>
    </message>
</context>
<context>
    <name>ExhibitChip</name>
    <message>
        <source>Untie %1</source>
        <translation>解除關聯：%1</translation>
    </message>
</context>
<context>
    <name>ExhibitChoice</name>
    <message numerus="yes">
        <source>All exhibits (%n)</source>
        <translation>
            <numerusform>全部證據（%n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>僅限所選</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不選</translation>
    </message>
</context>
<context>
    <name>ExhibitPicker</name>
    <message>
        <source>Which exhibits show it?</source>
        <translation>哪些證據與此有關？</translation>
    </message>
    <message>
        <source>Search by number or name</source>
        <translation>以編號或名稱搜尋</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>No exhibit is called so.</source>
        <translation>沒有符合的證據。</translation>
    </message>
    <message>
        <source>Around that time</source>
        <translation>時間相近</translation>
    </message>
    <message>
        <source>Other exhibits</source>
        <translation>其他證據</translation>
    </message>
    <message numerus="yes">
        <source>Use %n exhibit(s)</source>
        <translation>
            <numerusform>採用 %n 件證據</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with which exhibit?</source>
        <translation>要與哪一份證據比較？</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>ExhibitViewer</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 頁，共 %2 頁</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width (W)</source>
        <translation>符合寬度（W）</translation>
    </message>
    <message>
        <source>Fit page (0)</source>
        <translation>符合頁面（0）</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>開啟原件</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>符合頁面</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>實際大小</translation>
    </message>
    <message>
        <source>Turn for viewing (R)</source>
        <translation>旋轉檢視（R）</translation>
    </message>
    <message>
        <source>Turned for viewing only; the original stays as it is</source>
        <translation>僅在檢視時旋轉，原件不變</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>大圖檢視（空白鍵）</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>旋轉檢視</translation>
    </message>
    <message>
        <source>Damaged or incomplete: shown as far as it can be read</source>
        <translation>檔案損壞或不完整，只顯示能讀出的部分</translation>
    </message>
</context>
<context>
    <name>ExhibitsField</name>
    <message>
        <source>Choose exhibits…</source>
        <translation>選擇證據…</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message numerus="yes">
        <source>Show %n earlier one(s)</source>
        <translation>
            <numerusform>顯示更早的 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier of this dispute was exported yet.</source>
        <translation>這個糾紛還沒有匯出過證據冊。</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>複製 SHA-256</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Choose where and export…</source>
        <translation>選擇位置並匯出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>複製雜湊值</translation>
    </message>
    <message>
        <source>With the SHA-256 anybody can check that the file is still the same.</source>
        <translation>憑 SHA-256，任何人都能核對檔案是否未變。</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>匯出進度</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，沒有寫入任何檔案。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Writing the dossier…</source>
        <translation>正在產生證據冊…</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已匯出：%1</translation>
    </message>
    <message>
        <source>The vault is open for reading only, and every export is recorded in it. Open it for writing to export; until then the preview shows everything.</source>
        <translation>證據庫以唯讀方式開啟，而每次匯出都要記入其中。以可寫入方式開啟後才能匯出；在此之前，預覽會顯示全部內容。</translation>
    </message>
    <message>
        <source>Too large for an attachment to the Internet Finance Association (%1 MB, checked %2).</source>
        <translation>超出中國互聯網金融協會舉報附件的大小上限（%1 MB，%2 核對）。</translation>
    </message>
    <message>
        <source>Too large to be sent to an English court by e-mail (%1 MB, checked %2).</source>
        <translation>超出英國法院電子郵件的大小上限（%1 MB，%2 核對）。</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF documents. The dossier is in its folder.</source>
        <translation>這台電腦上沒有能開啟 PDF 的程式。證據冊就在它的資料夾裡。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>還缺 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>To make it smaller, leave out the attachments, or choose fewer days or exhibits and export several parts.</source>
        <translation>若要縮小檔案，請不附原件，或選擇較短的期間、較少的證據，分成幾份匯出。</translation>
    </message>
    <message numerus="yes">
        <source>Pages of %n exhibit(s) could not be drawn and are missing: %1. The originals are unharmed; exporting again may help.</source>
        <translation>
            <numerusform>%n 件證據有頁面無法繪製，檔案中缺少：%1。原件完好；重新匯出可能有幫助。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Remove this entry…</source>
        <translation>移除這筆紀錄…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>發生了什麼</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>證明意義</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>逐字稿與譯文</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Timestamps from elsewhere</source>
        <translation>來自別處的時間戳記</translation>
    </message>
    <message>
        <source>Custody history</source>
        <translation>保管紀錄</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>證據中的文字</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
    <message>
        <source>kept, but it cannot be shown</source>
        <translation>已保存，但無法顯示</translation>
    </message>
    <message>
        <source>damaged, shown as far as it can be read</source>
        <translation>已損壞，只顯示能讀出的部分</translation>
    </message>
    <message>
        <source>Call and recording</source>
        <translation>通話與錄音</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Open original</source>
        <translation>開啟原件</translation>
    </message>
    <message>
        <source>This exhibit was removed; its record stays in the custody log.</source>
        <translation>此證據已移除，紀錄仍保留在保管紀錄中。</translation>
    </message>
    <message>
        <source>This kind of file is kept safely, but has no preview. Open the original to see it.</source>
        <translation>這類檔案已妥善保存，但沒有預覽。開啟原件即可檢視。</translation>
    </message>
    <message>
        <source>Try again to show it</source>
        <translation>再試一次顯示</translation>
    </message>
    <message>
        <source>Its sound cannot be played here. Open the original to play it in this computer&apos;s player.</source>
        <translation>無法在這裡播放。請開啟原件，用電腦上的播放器播放。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>What happened</source>
        <translation>發生了什麼</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>With whom (institution)</source>
        <translation>對方是誰（機構）</translation>
    </message>
    <message>
        <source>Other names of the institution, one per line</source>
        <translation>機構的其他名稱，每行一個</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>What happened, in a few sentences</source>
        <translation>經過，幾句話即可</translation>
    </message>
    <message>
        <source>What is asked, one demand per line</source>
        <translation>訴求，每行一項</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投訴人</translation>
    </message>
    <message>
        <source>Complainant&apos;s contact</source>
        <translation>投訴人聯絡方式</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Representative&apos;s contact</source>
        <translation>代理人聯絡方式</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>客服姓名</translation>
    </message>
    <message>
        <source>What was said or happened</source>
        <translation>說了什麼或發生了什麼</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What was promised, word for word</source>
        <translation>承諾原話</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承諾期限</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>受理機構</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>證明什麼</translation>
    </message>
    <message>
        <source>Element of the claim</source>
        <translation>對應的主張要件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>App</source>
        <translation>應用程式</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Captured by</source>
        <translation>取證人</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>逐字稿</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>譯者</translation>
    </message>
    <message>
        <source>Translated on</source>
        <translation>翻譯日期</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Exhibits that show it</source>
        <translation>相關證據</translation>
    </message>
    <message>
        <source>A short name for you to recognise it</source>
        <translation>方便自己辨認的簡短名稱</translation>
    </message>
    <message>
        <source>Company, app or brand</source>
        <translation>公司、應用程式或品牌</translation>
    </message>
    <message>
        <source>Only for you: never printed, never exported</source>
        <translation>僅供自己檢視：不列印，不匯出</translation>
    </message>
    <message>
        <source>For example: the loan was not applied for by me</source>
        <translation>例如：借款並非本人申請</translation>
    </message>
    <message>
        <source>One sentence: what a reader sees here and why it matters</source>
        <translation>一句話：讀者能看到什麼，為什麼重要</translation>
    </message>
    <message>
        <source>Notes at times</source>
        <translation>時間點備註</translation>
    </message>
    <message>
        <source>For example 12378</source>
        <translation>例如 12378</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>證據中的文字</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>從這天起</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>到這天為止</translation>
    </message>
    <message>
        <source>In dispute since (can stay empty)</source>
        <translation>爭議從哪天開始（可不填）</translation>
    </message>
</context>
<context>
    <name>FileCheck</name>
    <message>
        <source>Is a file still as it was exported? Choose it or drop it here.</source>
        <translation>檔案和匯出時一樣嗎？選擇它，或拖放到這裡。</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>選擇 PDF…</translation>
    </message>
    <message>
        <source>Check everything in it…</source>
        <translation>核驗其中全部內容…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在核對…</translation>
    </message>
    <message>
        <source>Unchanged: “%1” is the dossier exported on %2, byte for byte.</source>
        <translation>未改動：「%1」與 %2 匯出的證據冊逐位元組相同。</translation>
    </message>
    <message>
        <source>“%1” is not byte for byte a dossier that was exported from this dispute: it was changed since, or comes from elsewhere.</source>
        <translation>「%1」與這個糾紛匯出的任何證據冊都不完全相同：匯出後被改動過，或來自別處。</translation>
    </message>
</context>
<context>
    <name>FilingLinks</name>
    <message>
        <source>Entry that shows it was filed</source>
        <translation>顯示已提出的條目</translation>
    </message>
    <message>
        <source>Entries that are answers</source>
        <translation>屬於答覆的條目</translation>
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
        <translation>重新顯示全部</translation>
    </message>
    <message>
        <source>Show more of each entry</source>
        <translation>每筆顯示更多內容</translation>
    </message>
    <message>
        <source>Show more entries at once</source>
        <translation>一次顯示更多筆</translation>
    </message>
    <message>
        <source>Show all days instead of %1</source>
        <translation>顯示所有日期，不限於 %1</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>顯示 %2 筆中的 %1 筆</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>檔案：%1</translation>
    </message>
    <message>
        <source>Fold away the files whose messages and records are told here</source>
        <translation>收起內容已在此列出的檔案</translation>
    </message>
    <message>
        <source>Show the files, too, whose messages and records are told here</source>
        <translation>同時顯示內容已在此列出的檔案</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter by %1: %2</source>
        <translation>依%1篩選：%2</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存檢視</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>已存檢視：%1</translation>
    </message>
    <message>
        <source>The first events; the others are being read</source>
        <translation>先顯示最早的紀錄，其餘正在讀取</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>Rests on %n entries of the timeline:</source>
        <translation>
            <numerusform>依據時間線上的 %n 筆紀錄：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Worked out from the entries you confirmed. That something departs from a standard does not make it unlawful.</source>
        <translation>由您確認過的紀錄計算得出。「不一致」不等於違法。</translation>
    </message>
    <message>
        <source>Nothing in the timeline departs from the standards we know.</source>
        <translation>時間線上沒有與已知標準不一致之處。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more finding(s)</source>
        <translation>
            <numerusform>再顯示 %n 項發現</numerusform>
        </translation>
    </message>
    <message>
        <source>For you only: they stand in no dossier and in no letter.</source>
        <translation>僅供您本人參考，不寫入證據冊和信函。</translation>
    </message>
    <message>
        <source>Reminders about your own evidence</source>
        <translation>關於您自己證據的提醒</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more reminder(s)</source>
        <translation>
            <numerusform>再顯示 %n 則提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>待說明</translation>
    </message>
    <message>
        <source>It is answered under Institution: edit it and choose its type.</source>
        <translation>請在「機構」裡按編輯，選擇其類型來回答。</translation>
    </message>
    <message>
        <source>Left out of the dossier: %1</source>
        <translation>不寫入證據冊：%1</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>不寫入…</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>重新寫入</translation>
    </message>
    <message>
        <source>Leave out of the dossier</source>
        <translation>不寫入證據冊</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不寫入</translation>
    </message>
    <message>
        <source>Why? The reason stays in the vault; the dossier says how many findings were left out.</source>
        <translation>為什麼？理由只留在證據庫；證據冊會說明有幾項未寫入。</translation>
    </message>
    <message>
        <source>taken in again</source>
        <translation>重新寫入</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Choose where the vault shall be</source>
        <translation>選擇證據庫要放在哪裡</translation>
    </message>
</context>
<context>
    <name>FoundInMessage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>A machine found in it, not confirmed: %1</source>
        <translation>機器在其中找到，尚未確認：%1</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核對（%1）</translation>
    </message>
</context>
<context>
    <name>FurtherPages</name>
    <message>
        <source>Exporting the dossier</source>
        <translation>匯出證據冊</translation>
    </message>
    <message>
        <source>The dossier is exported.</source>
        <translation>證據冊已匯出。</translation>
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
        <translation>設定…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>About Juzheng</source>
        <translation>關於舉證</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>At a glance</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>編輯糾紛</translation>
    </message>
    <message>
        <source>What</source>
        <translation>發生了什麼</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>與誰</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>從何時起</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>投訴人</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>目前狀態</translation>
    </message>
    <message>
        <source>not written down yet</source>
        <translation>還沒有寫</translation>
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
        <translation>這是什麼：%1？</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>這是什麼？</translation>
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
        <translation>%1（內容已清除）</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select an entry to see everything that is known about it.</source>
        <translation>選擇一筆紀錄，檢視它的全部資訊。</translation>
    </message>
</context>
<context>
    <name>InstalmentSheet</name>
    <message>
        <source>A row of the loan</source>
        <translation>借款的一列</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Only what has arrived counts as paid out.</source>
        <translation>只有已入帳的才算撥款。</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>One person</source>
        <translation>同一個人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Tick all agent IDs and names that are this person&apos;s. Taking a tick away parts them again.</source>
        <translation>請勾選屬於這個人的所有工號和姓名；取消勾選，就重新分開。</translation>
    </message>
    <message>
        <source>Agent IDs and names of this dispute</source>
        <translation>本爭議中的工號和姓名</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Agent ID %1</source>
        <translation>工號 %1</translation>
    </message>
    <message>
        <source>parted again</source>
        <translation>重新分開</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Money arrived from an app I never applied to</source>
        <translation>收到了從未申請過的 App 放的款</translation>
    </message>
    <message>
        <source>I paid a fee; then no loan, no refund, no answer</source>
        <translation>繳了費用，卻沒有貸款、不退款、沒人理</translation>
    </message>
    <message>
        <source>The debt is not mine, or is paid already</source>
        <translation>債不是我的，或者已經還清</translation>
    </message>
    <message>
        <source>Too many or threatening calls; others were contacted</source>
        <translation>催收太頻繁或有威脅，還聯絡了別人</translation>
    </message>
    <message>
        <source>Money left my bank, but the wallet did not rise</source>
        <translation>銀行扣了錢，錢包餘額沒有增加</translation>
    </message>
    <message>
        <source>The wallet refuses, delays or froze my money</source>
        <translation>錢包拒絕、拖延提領，或凍結了我的錢</translation>
    </message>
    <message>
        <source>Somebody else used my account, and money is gone</source>
        <translation>帳號被別人使用，錢不見了</translation>
    </message>
    <message>
        <source>I cancelled or was refunded; they still collect</source>
        <translation>已取消或已退款，仍在催款</translation>
    </message>
    <message>
        <source>They do not answer, or do not keep their word</source>
        <translation>不回覆，或者說了不算</translation>
    </message>
    <message>
        <source>Something else; it can be told in your own words</source>
        <translation>其他情況，可用自己的話說明</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Nothing that a reader would ask for.</source>
        <translation>讀者會問的都有了。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>新增證據</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>No exhibit is in it.</source>
        <translation>一件證據也沒有。</translation>
    </message>
    <message>
        <source>The complainant&apos;s name.</source>
        <translation>投訴人的姓名。</translation>
    </message>
    <message>
        <source>What you ask for.</source>
        <translation>您的訴求。</translation>
    </message>
    <message>
        <source>What happened, in your own words.</source>
        <translation>用您自己的話寫的事情經過。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) whose times disagree.</source>
        <translation>
            <numerusform>%n 筆紀錄的時間互相矛盾。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) without a time.</source>
        <translation>
            <numerusform>%n 筆紀錄沒有時間。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that do not say what they prove.</source>
        <translation>
            <numerusform>%n 件證據沒有寫明證明什麼。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) called by their file name only.</source>
        <translation>
            <numerusform>%n 件證據只有檔名，沒有標題。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that could not be read.</source>
        <translation>
            <numerusform>%n 件證據無法讀取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>有 %n 個壓縮檔還沒有開啟，裡面的檔案還沒有加入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine-read entry(s), left out until you confirm them.</source>
        <translation>
            <numerusform>%n 筆機器辨識的紀錄，確認前不會放入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed: what became of them?</source>
        <translation>
            <numerusform>%n 項承諾已過期：結果如何？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n 個時間與其他相差很遠：年份對嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>有 %n 個匯出檔案還沒有匯入時間線。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LapsedWords</name>
    <message>
        <source>Your time for this ended on %1 · %2: %3.</source>
        <translation>您的期限已於%1結束 · %2：%3。</translation>
    </message>
    <message>
        <source>Nothing filed since is recorded. Ask there whether a late request is still taken.</source>
        <translation>此後沒有提出的紀錄。可詢問對方是否還受理逾期的申請。</translation>
    </message>
    <message>
        <source>Still possible: %1.</source>
        <translation>仍可考慮：%1。</translation>
    </message>
</context>
<context>
    <name>LargeSide</name>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>逐字稿與譯文</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>證明意義</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Type word for word what is written or said</source>
        <translation>逐字輸入畫面上寫的或錄音裡說的內容</translation>
    </message>
    <message>
        <source>The same in another language</source>
        <translation>用另一種語言寫出同樣的內容</translation>
    </message>
    <message>
        <source>Type word for word what is said. F8 plays and pauses, F7 goes back three seconds</source>
        <translation>逐字輸入錄音裡說的內容。F8 播放與暫停，F7 倒退三秒</translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Large view</source>
        <translation>大圖檢視</translation>
    </message>
    <message>
        <source>Previous exhibit (Ctrl+←)</source>
        <translation>上一份證據（Ctrl+←）</translation>
    </message>
    <message>
        <source>Next exhibit (Ctrl+→)</source>
        <translation>下一份證據（Ctrl+→）</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>Close the large view (Space)</source>
        <translation>關閉大圖檢視（空白鍵）</translation>
    </message>
    <message>
        <source>Hide the facts (I)</source>
        <translation>隱藏資料（I）</translation>
    </message>
    <message>
        <source>Show the facts (I)</source>
        <translation>顯示資料（I）</translation>
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
        <translation>信裡沒有寫的</translation>
    </message>
    <message>
        <source>Courtesies, adverts, what there was no room for, and what could be asked back. Add what matters: it is put in its place.</source>
        <translation>客套話、廣告、寫不下的內容，以及可以要求退還的款項。重要的請加入，會放到應在的位置。</translation>
    </message>
    <message>
        <source>Search what was left out</source>
        <translation>搜尋沒有寫的內容</translation>
    </message>
    <message numerus="yes">
        <source>%n more; search for them</source>
        <translation>
            <numerusform>另有 %n 則，可以搜尋</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the letter</source>
        <translation>寫進信裡</translation>
    </message>
</context>
<context>
    <name>LetterCounts</name>
    <message numerus="yes">
        <source>%n blank(s) to fill in</source>
        <translation>
            <numerusform>%n 處待填寫</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) that no entry shows yet</source>
        <translation>
            <numerusform>%n 處陳述還沒有事件支持</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Keep draft</source>
        <translation>保留草稿</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信函語言</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>信函正文</translation>
    </message>
    <message>
        <source>Next blank</source>
        <translation>下一處空白</translation>
    </message>
    <message>
        <source>Draft anew</source>
        <translation>重新起草</translation>
    </message>
    <message>
        <source>Throws away what you changed and writes the letter from the entries again</source>
        <translation>放棄您的改動，依事件重新寫這封信</translation>
    </message>
    <message>
        <source>Save for Word…</source>
        <translation>存成 Word 文件…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存成 PDF…</translation>
    </message>
    <message>
        <source>Word document (%1)</source>
        <translation>Word 文件 (%1)</translation>
    </message>
    <message>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <source>Your words stay as they are. “Draft anew” writes the letter in the chosen language.</source>
        <translation>您寫的內容保持不變。按「重新起草」會以所選語言重寫這封信。</translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>沒有待填寫的地方。</translation>
    </message>
    <message>
        <source>Save the letter first: this vault is open for reading only.</source>
        <translation>請先把信存成檔案：此證據庫以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Complaint</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>Says what happened, what shows it and what you ask for.</source>
        <translation>寫明發生了什麼、有什麼證據、您要求什麼。</translation>
    </message>
    <message>
        <source>Written confirmation after a call</source>
        <translation>通話後請求書面確認</translation>
    </message>
    <message>
        <source>Holds an agent&apos;s words fast: ask for a written answer right after the call.</source>
        <translation>把客服說的話固定下來：通話後馬上請對方書面答覆。</translation>
    </message>
    <message>
        <source>Stop contacting me or others</source>
        <translation>停止聯絡我和他人</translation>
    </message>
    <message>
        <source>For collection calls and messages at night, too often, or to people you know.</source>
        <translation>適用於深夜、過於頻繁，或打給您熟人的催收電話和簡訊。</translation>
    </message>
    <message>
        <source>Access to your data</source>
        <translation>查閱個人資料</translation>
    </message>
    <message>
        <source>Asks what is kept about you: contract, consent, calls, where the data came from.</source>
        <translation>詢問對方保存了哪些資料：合約、授權、通話，以及資料從哪裡來。</translation>
    </message>
    <message>
        <source>Correction of your data</source>
        <translation>更正個人資料</translation>
    </message>
    <message>
        <source>For a wrong debt, a wrong number or a wrong entry in a credit report.</source>
        <translation>適用於債務有誤、號碼有誤或信用紀錄有誤。</translation>
    </message>
    <message>
        <source>Deletion of your data</source>
        <translation>刪除個人資料</translation>
    </message>
    <message>
        <source>For data that was kept without a reason, or after you closed the account.</source>
        <translation>適用於沒有理由保存的資料，或帳戶註銷後仍被保存的資料。</translation>
    </message>
    <message>
        <source>Letters say only what your confirmed entries show. What only you know is left as a marked blank. Read each one before you send it.</source>
        <translation>信函只寫您已確認的事件所能說明的內容。只有您知道的地方會留下標明的空白。寄出前請通讀一遍。</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>寫信…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>致</translation>
    </message>
    <message>
        <source>To whom the complaint goes</source>
        <translation>投訴寄給誰</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>機構資料</translation>
    </message>
    <message>
        <source>A kept draft: for you only, in no dossier.</source>
        <translation>已保留的草稿：只供您自己看，不會寫進任何證據冊。</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>繼續寫…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>entries of the timeline</source>
        <translation>時間線上的紀錄</translation>
    </message>
    <message>
        <source>what was removed from it</source>
        <translation>從時間線移除的紀錄</translation>
    </message>
    <message>
        <source>complaints and answers</source>
        <translation>投訴和答覆</translation>
    </message>
    <message>
        <source>what became of promises</source>
        <translation>承諾的結果</translation>
    </message>
    <message>
        <source>Changed since it was kept: %1. Check what it says of that, or write it anew.</source>
        <translation>保存之後有變動：%1。請核對信中相關的話，或重新起草。</translation>
    </message>
    <message>
        <source>draft removed</source>
        <translation>草稿已移除</translation>
    </message>
    <message>
        <source>Exhibit %1 was erased for good: what it showed is left out, with a mark, when the letter is saved.</source>
        <translation>證據 %1 已被徹底刪除：儲存信件時會略去其內容，並在原處註明。</translation>
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
        <translation>照此保存</translation>
    </message>
    <message>
        <source>The machine read: “%1”. Its reading is kept beside yours.</source>
        <translation>機器辨識為：「%1」。機器的結果會與您的更正一併保留。</translation>
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
        <translation>對方所稱本金：%1</translation>
    </message>
    <message>
        <source>Paid out: %1</source>
        <translation>實際入帳：%1</translation>
    </message>
    <message>
        <source>Held back before it was paid out: %1</source>
        <translation>撥款前扣下：%1</translation>
    </message>
    <message>
        <source>What it cost is worked out once all its payments are named, those still to come, too.</source>
        <translation>列出全部還款（包括尚未到期的）後，才能算出資金成本。</translation>
    </message>
    <message>
        <source>Cost a year: %1 nominal, %2 effective</source>
        <translation>年化資金成本：名義 %1，有效 %2</translation>
    </message>
    <message>
        <source>By payments made: %1, and still to come by the plan: %2. Each counts once.</source>
        <translation>依據：已還 %1 筆，計畫中待還 %2 筆；每筆只計一次。</translation>
    </message>
    <message>
        <source>Add the plan to the evidence, or use “Choose its payments…” and “Add an instalment…” below.</source>
        <translation>把還款計畫加入證據，或用下面的「選擇借款的收支…」和「新增一期還款…」。</translation>
    </message>
    <message>
        <source>Answer it under “State the loan&apos;s terms…”; which payments were fees is ticked under “Choose its payments…”.</source>
        <translation>在「填寫借款條款…」裡回答；哪些付款是費用，在「選擇借款的收支…」裡勾選。</translation>
    </message>
    <message>
        <source>Held back from the payout</source>
        <translation>撥款前扣下的</translation>
    </message>
    <message>
        <source>Paid beside it</source>
        <translation>另外支付的</translation>
    </message>
    <message>
        <source>Reference line: %1</source>
        <translation>參考線：%1</translation>
    </message>
    <message>
        <source>The daily rate r at which the payments, each on its day, are worth what was received: %1.</source>
        <translation>按每筆還款的日期折現等於實際入帳求日利率 r：%1。</translation>
    </message>
    <message>
        <source>The monthly rate r at which the payments are worth what was received: %1. A payment within five days of a whole month counts as of that month.</source>
        <translation>按每期還款折現等於實際入帳求月利率 r：%1。與整月相差五天以內的還款按該月計。</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>入帳</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>已還</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>待還</translation>
    </message>
    <message>
        <source>fee, %1</source>
        <translation>費用，%1</translation>
    </message>
    <message>
        <source>paid by another row, not counted again</source>
        <translation>已由另一列還清，不重複計</translation>
    </message>
    <message>
        <source>paid by the early settlement, not counted again</source>
        <translation>已由提前結清的款項還清，不重複計算</translation>
    </message>
    <message>
        <source>held back from the payout</source>
        <translation>撥款前扣下，不另計</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>可能是撥款前扣下的，未說明，不計入</translation>
    </message>
    <message>
        <source>the same money as another row, not counted</source>
        <translation>與另一列是同一筆錢，不計</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不計</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Edit the row of %1</source>
        <translation>修改 %1 這一列</translation>
    </message>
    <message>
        <source>State the loan&apos;s terms…</source>
        <translation>填寫借款條款…</translation>
    </message>
    <message numerus="yes">
        <source>Payments with the institution that are not among its rows: %n</source>
        <translation>
            <numerusform>與機構的往來中，未列入借款的有 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an instalment…</source>
        <translation>新增一期還款…</translation>
    </message>
    <message>
        <source>Add a fee…</source>
        <translation>新增費用…</translation>
    </message>
    <message>
        <source>Choose its payments…</source>
        <translation>選擇借款的收支…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>What the institution moved is taken for the loan&apos;s own; others can be chosen below.</source>
        <translation>與機構的往來先視為這筆借款的收支；可在下方另選。</translation>
    </message>
    <message>
        <source>Add a fee of the loan</source>
        <translation>新增貸款的費用</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>加入時間線</translation>
    </message>
    <message>
        <source>A service, guarantee or insurance fee, for example: it counts in what the loan cost.</source>
        <translation>例如服務費、擔保費、保險費：會計入貸款的成本。</translation>
    </message>
    <message>
        <source>It was held back from the payout, not paid beside it</source>
        <translation>是從撥款裡預先扣下的，沒有另外付</translation>
    </message>
</context>
<context>
    <name>LoanRowsSheet</name>
    <message>
        <source>The loan&apos;s payments</source>
        <translation>這筆借款的收支</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>A row of a plan and the payment that pays it may both be ticked: each counts once. What failed does not count.</source>
        <translation>還款計畫的一期和還這一期的付款可以都勾選：只計一次。失敗的不計。</translation>
    </message>
    <message>
        <source>Paid out to you by</source>
        <translation>撥款（入帳）</translation>
    </message>
    <message>
        <source>Paid back by, or to be paid</source>
        <translation>還款（已還或待還）</translation>
    </message>
    <message>
        <source>Fees (service, guarantee, insurance…)</source>
        <translation>費用（服務費、擔保費、保險費等）</translation>
    </message>
    <message>
        <source>No such payment is on the timeline yet.</source>
        <translation>時間線上還沒有這樣的收支。</translation>
    </message>
</context>
<context>
    <name>LogCounts</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n 筆紀錄</numerusform>
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
        <translation>這裡說了什麼</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>%1 的備註</translation>
    </message>
    <message>
        <source>Remove the mark at %1</source>
        <translation>刪除 %1 的備註</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>Press M while you listen to note what is said at that moment.</source>
        <translation>播放時按 M，備註此刻說了什麼。</translation>
    </message>
    <message>
        <source>Consent to the recording: it is said here that the call is being recorded.</source>
        <translation>錄音知情：此處說明了通話正在錄音。</translation>
    </message>
    <message>
        <source>Told of the recording here</source>
        <translation>此處告知了錄音</translation>
    </message>
    <message>
        <source>Note at this moment that the other side is told of the recording, or agrees to it (T)</source>
        <translation>在此刻標註：已告知對方正在錄音，或對方表示同意（T）</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 頁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件證據</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageReading</name>
    <message>
        <source>Looking through imported messages</source>
        <translation>正在查看匯入的訊息</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong that the program did not expect.</source>
        <translation>發生了程式沒有預料到的問題。</translation>
    </message>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed. Try again; if it happens again, close the program and open it anew.</source>
        <translation>證據是安全的：不會只儲存一半，原件也絕不會被更動。請再試一次；如果再次發生，請關閉程式後重新開啟。</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole page; the frame shows the visible part</source>
        <translation>整頁縮圖，方框標出目前看得到的部分</translation>
    </message>
</context>
<context>
    <name>Misfiled</name>
    <message>
        <source>Move to another body…</source>
        <translation>改為其他受理機構…</translation>
    </message>
    <message>
        <source>Remove this complaint…</source>
        <translation>移走這件投訴…</translation>
    </message>
    <message>
        <source>With whom was it filed?</source>
        <translation>是向哪裡投訴的？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Remove this complaint</source>
        <translation>移走這件投訴</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移走</translation>
    </message>
    <message>
        <source>Why? It leaves the ladder and can be undone; the custody log keeps it with the reason.</source>
        <translation>為什麼？它會從投訴階梯上移走，可以復原；保管紀錄裡留有它和原因。</translation>
    </message>
</context>
<context>
    <name>MishapSheet</name>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed.</source>
        <translation>證據是安全的：任何內容都不會只儲存一半，原件也從不更動。</translation>
    </message>
    <message>
        <source>This report helps those who can mend the program. It names the place in the program, nothing of your evidence: no texts, no names, no paths. It is not sent; you decide whom to give it to.</source>
        <translation>這份報告可以幫助修復程式的人。它只寫明程式中的位置，不含任何證據內容：沒有文字、姓名或路徑。報告不會傳送出去，要給誰看由自己決定。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>儲存報告…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已儲存為 %1</translation>
    </message>
    <message>
        <source>It could not be saved there: %2. Choose another place.</source>
        <translation>無法儲存到那裡：%2。請另選位置。</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>No payment is on the timeline yet.</source>
        <translation>時間線上還沒有付款。</translation>
    </message>
    <message>
        <source>Each movement</source>
        <translation>逐筆往來</translation>
    </message>
    <message>
        <source>with the institution by its description</source>
        <translation>依其摘要是與機構的往來</translation>
    </message>
    <message>
        <source>the same money stands in another record, not counted</source>
        <translation>另一份紀錄中的同一筆錢，不重複計</translation>
    </message>
    <message>
        <source>counted among the refunds</source>
        <translation>計入退款</translation>
    </message>
    <message>
        <source>to another company, summed under its name</source>
        <translation>付給另一家公司，計在該公司名下</translation>
    </message>
    <message>
        <source>held back from the payout, not counted again</source>
        <translation>撥款前扣下，不另計</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>可能是撥款前扣下的，未說明，不計入</translation>
    </message>
    <message>
        <source>a fee of the loan, payee not stated</source>
        <translation>貸款費用，未註明付給誰</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不計入</translation>
    </message>
    <message>
        <source>Received besides: %1. If it was given back, edit the payment: “refunded”, by the institution.</source>
        <translation>另外收到：%1。如屬退回，請編輯這筆支付：結果選「已退款」，對方填該機構。</translation>
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
        <translation>為這筆貸款付給另一家公司%1：%2</translation>
    </message>
    <message>
        <source>Instalments past their day:</source>
        <translation>已過還款日的期次：</translation>
    </message>
    <message>
        <source>In no sum above. If a company is the institution itself, add its name to the institution&apos;s.</source>
        <translation>不計入上面的合計。如果某公司就是該機構本身，請把它的名稱加到機構的名稱裡。</translation>
    </message>
    <message>
        <source>Fees of the loan, payee not stated: %1</source>
        <translation>貸款費用，未註明付給誰：%1</translation>
    </message>
    <message>
        <source>In no sum above. Open the entry and fill in with whom it was, be it the institution.</source>
        <translation>不計入上面的合計。請開啟該項目填寫付給了誰；付給該機構的也請寫明。</translation>
    </message>
    <message>
        <source>Called fees, among what was paid: %1</source>
        <translation>名為費用的支付（已含在支付合計中）：%1</translation>
    </message>
    <message>
        <source>Only what is done counts; money that several records show counts once.</source>
        <translation>只計已完成的；幾份紀錄顯示的同一筆錢只計一次。</translation>
    </message>
    <message>
        <source>between own accounts, not counted</source>
        <translation>本人帳戶之間，不計入</translation>
    </message>
    <message>
        <source>not with the institution, not counted</source>
        <translation>不是與機構的往來，不計入</translation>
    </message>
    <message>
        <source>Between you and the institution</source>
        <translation>與機構的往來合計</translation>
    </message>
    <message>
        <source>Movements with others, or with nobody named: %1, in no sum</source>
        <translation>與其他人的往來（含未寫明對方的）：%1 筆，不計入</translation>
    </message>
    <message>
        <source>What is in dispute</source>
        <translation>爭議的錢</translation>
    </message>
    <message>
        <source>In dispute: %1</source>
        <translation>爭議金額：%1</translation>
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
        <translation>同一筆錢：%1</translation>
    </message>
</context>
<context>
    <name>NewDisputeSheet</name>
    <message>
        <source>New dispute</source>
        <translation>新增糾紛</translation>
    </message>
    <message>
        <source>Create the dispute</source>
        <translation>建立糾紛</translation>
    </message>
    <message>
        <source>Left empty, it is made from the answers above</source>
        <translation>留空則由以上回答自動產生</translation>
    </message>
</context>
<context>
    <name>NoDisputePage</name>
    <message>
        <source>Begin with a dispute, then drop everything you have on it.</source>
        <translation>先新增一個糾紛，再把手上的資料都拖進來。</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>新增糾紛</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>先看一個範例糾紛</translation>
    </message>
    <message>
        <source>Screenshots, messages, recordings, contracts: the originals are kept unchanged and put in order by time. They never leave this computer.</source>
        <translation>螢幕截圖、簡訊、錄音、合約：原件原樣保存，絕不離開這台電腦，並依時間排好。</translation>
    </message>
</context>
<context>
    <name>NoEventsPage</name>
    <message>
        <source>Drop screenshots, recordings and documents here.</source>
        <translation>把螢幕截圖、錄音和文件拖到這裡。</translation>
    </message>
    <message>
        <source>Whole folders and ZIP archives work too, and so does pasting. They are put in order by time.</source>
        <translation>整個資料夾、ZIP 壓縮檔和貼上都可以，會自動依時間排好。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>選擇檔案…</translation>
    </message>
</context>
<context>
    <name>NoHitsPage</name>
    <message>
        <source>Nothing here contains “%1”.</source>
        <translation>沒有包含「%1」的內容。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Nothing here passes all filters.</source>
        <translation>沒有項目符合所有篩選條件。</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>搜尋所有糾紛</translation>
    </message>
    <message>
        <source>The search for “%1” counts as one of them.</source>
        <translation>搜尋「%1」也是其中一個條件。</translation>
    </message>
    <message>
        <source>The events are still there; they are only not shown.</source>
        <translation>事件都還在，只是沒有顯示。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Searched were parties, numbers, agents, words, exhibit names, apps and devices of this dispute, and what was read in its exhibits.</source>
        <translation>已在此糾紛的對方、號碼、客服、文字、證據名稱、應用程式和裝置，以及從證據中辨識的文字中搜尋。</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No entry of the log is like that.</source>
        <translation>沒有符合條件的紀錄。</translation>
    </message>
    <message>
        <source>Search for other words, or show everything again.</source>
        <translation>換個詞搜尋，或重新顯示全部。</translation>
    </message>
</context>
<context>
    <name>NothingToReview</name>
    <message>
        <source>All exhibits</source>
        <translation>全部證據</translation>
    </message>
    <message>
        <source>Looking for what was read…</source>
        <translation>正在尋找辨識結果…</translation>
    </message>
    <message>
        <source>Nothing was read on the pictures yet.</source>
        <translation>圖片上的文字尚未辨識。</translation>
    </message>
    <message>
        <source>The text on pictures is read in the background, on this computer. What is found will wait here for you to confirm it.</source>
        <translation>圖片上的文字在本機背景辨識。辨識出的內容會在這裡等您確認。</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>繼續辨識</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>自動辨識圖片上的文字</translation>
    </message>
    <message>
        <source>Reading is paused. Once it goes on, what is found will wait here for you to confirm it.</source>
        <translation>辨識已暫停。繼續後，辨識出的內容會在這裡等您確認。</translation>
    </message>
    <message>
        <source>Pictures are not read automatically: that is switched off. Switch it on, or let a single picture be read beside it; it is done on this computer, and what is found will wait here for you to confirm it.</source>
        <translation>自動辨識圖片上的文字已關閉。您可以開啟它，也可以在圖片旁單獨辨識某一張；辨識只在本機進行，辨識出的內容會在這裡等您確認。</translation>
    </message>
    <message>
        <source>The vault is open for reading only: the text on pictures is not read in it.</source>
        <translation>證據庫以唯讀方式開啟：不會辨識其中圖片上的文字。</translation>
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
        <translation>只計已確認的內容；幾個檔案顯示同一件事，只計一次。</translation>
    </message>
    <message numerus="yes">
        <source>exhibit(s)</source>
        <translation>
            <numerusform>件證據</numerusform>
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
            <numerusform>則訊息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>call(s)</source>
        <translation>
            <numerusform>次通話</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>payment(s)</source>
        <translation>
            <numerusform>筆付款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>login(s)</source>
        <translation>
            <numerusform>次登入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>repayment(s)</source>
        <translation>
            <numerusform>筆還款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note(s)</source>
        <translation>
            <numerusform>則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promise(s)</source>
        <translation>
            <numerusform>項承諾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>complaint step(s)</source>
        <translation>
            <numerusform>個投訴步驟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Check it</source>
        <translation>核驗</translation>
    </message>
    <message>
        <source>Checking reads it and says whether it is unchanged and since when that is witnessed. It changes nothing and adds nothing.</source>
        <translation>核驗會讀取它，說明它有沒有被更動過、從何時起有見證。不會更動任何內容，也不會加入任何內容。</translation>
    </message>
    <message>
        <source>Add it as evidence</source>
        <translation>加入為證據</translation>
    </message>
    <message>
        <source>Or add it as evidence to “%1”, as any other file.</source>
        <translation>也可以像其他檔案一樣，作為證據加入「%1」。</translation>
    </message>
    <message>
        <source>“%1” looks like a dossier</source>
        <translation>「%1」像是一份證據冊</translation>
    </message>
    <message>
        <source>“%1” looks like a bag with a dossier</source>
        <translation>「%1」像是一個含證據冊的證據包</translation>
    </message>
    <message>
        <source>“%1” is a vault</source>
        <translation>「%1」是一個證據庫</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Looking into exported files</source>
        <translation>正在查看匯出的檔案</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Importing exported records</source>
        <translation>正在匯入紀錄</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>未匯入：%1</translation>
    </message>
    <message>
        <source>There is no exported file that could be put onto the timeline now.</source>
        <translation>現在沒有可以匯入時間線的匯出檔案。</translation>
    </message>
</context>
<context>
    <name>OfferingWords</name>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>新增 %n 筆紀錄</numerusform>
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
            <numerusform>%n 筆未能讀取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not imported yet</source>
        <translation>
            <numerusform>有 %n 個匯出檔案還沒有匯入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the vault…</source>
        <translation>正在開啟證據庫…</translation>
    </message>
</context>
<context>
    <name>OriginalPanel</name>
    <message>
        <source>Copy the SHA-256</source>
        <translation>複製 SHA-256</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>開啟原件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 頁</numerusform>
        </translation>
    </message>
    <message>
        <source>Received as “%1”</source>
        <translation>收到時的檔名：%1</translation>
    </message>
    <message>
        <source>Also as “%1”</source>
        <translation>也曾名為：%1</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>取自：%1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>加入於 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Open with a password…</source>
        <translation>用密碼開啟…</translation>
    </message>
    <message>
        <source>Take its pages out as pictures</source>
        <translation>把畫面取出為圖片</translation>
    </message>
    <message>
        <source>Adds what the film shows at rest as exhibits, at their moments</source>
        <translation>把影片中停留的畫面按其時刻加入為證據</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>各欄的意思…</translation>
    </message>
    <message>
        <source>Say what the columns of this table hold, and have it read again</source>
        <translation>說明這張表格各欄的意思，並重新讀取</translation>
    </message>
</context>
<context>
    <name>OthersChoice</name>
    <message>
        <source>Messages of other people</source>
        <translation>其他人的訊息</translation>
    </message>
    <message>
        <source>Only what is with the other side</source>
        <translation>只列入與對方的往來</translation>
    </message>
    <message>
        <source>Everything, also with other people</source>
        <translation>全部列入，包括與其他人的往來</translation>
    </message>
    <message>
        <source>Hand over the whole export files, too</source>
        <translation>同時交出完整的匯出檔</translation>
    </message>
    <message>
        <source>Show which numbers are theirs</source>
        <translation>查看哪些號碼是對方的</translation>
    </message>
    <message>
        <source>Say which numbers are theirs</source>
        <translation>說明哪些號碼是對方的</translation>
    </message>
    <message>
        <source>What you typed, marked, changed or accepted stays in, a file of which you wrote what it proves, an e-mail added as a file of its own, and all that was read off pictures.</source>
        <translation>您自己填寫、標記、修改或確認過的，您寫明了證明什麼的檔案，單獨加入的電子郵件，以及從圖片中辨識出的，都會保留。</translation>
    </message>
    <message>
        <source>Your export files hold more than is on the timeline, also what is with other people.</source>
        <translation>您的匯出檔裡的內容比時間線上的多，可能也有與其他人的往來。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), message(s) or payment(s)</source>
        <translation>
            <numerusform>%n 筆通話、訊息或付款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n person(s)</source>
        <translation>
            <numerusform>與 %n 個人的</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out. Nobody has said yet which of these are the other side.</source>
        <translation>%2 %1會隨證據冊交出去。還沒有說明其中哪些是對方。</translation>
    </message>
    <message numerus="yes">
        <source>with %n other person(s)</source>
        <translation>
            <numerusform>與另外 %n 個人的</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out: perhaps family, doctors, codes of a bank. Every reader could see them.</source>
        <translation>%2 %1會隨證據冊交出去：其中可能有家人、醫生、銀行驗證碼。每個讀者都能看到。</translation>
    </message>
    <message>
        <source>%1 %2 stay out. The dossier says how many, and with whom the others are.</source>
        <translation>%2 %1不列入。證據冊會寫明不列入多少，以及列入的是與誰的往來。</translation>
    </message>
    <message>
        <source>So far only what is under the institution&apos;s own name counts as theirs.</source>
        <translation>目前只有以機構自己名稱來往的才算對方的。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that show nothing else stay out, too.</source>
        <translation>
            <numerusform>另有 %n 個只含這類內容的檔案也不列入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them name(s) the amount in dispute or a number of the matter. What you mark or change stays in.</source>
        <translation>
            <numerusform>其中 %n 則提到爭議金額或本案的編號；標記或修改過的會列入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along whole where originals do: everything in them can be read.</source>
        <translation>
            <numerusform>附上原件時，%n 個匯出檔會完整交出，裡面的全部內容都能看到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along as they are. Whoever opens them can read everything, also of other people.</source>
        <translation>
            <numerusform>%n 個匯出檔會原樣交出。打開的人能看到全部內容，包括其他人的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) stay in your vault, because everything is in them. Their hash is in the dossier: you can show them to a court later.</source>
        <translation>
            <numerusform>%n 個匯出檔含有全部內容，因此留在您的證據庫裡。證據冊裡有它的雜湊，日後可以向法院出示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Opening the vault…</source>
        <translation>正在開啟證據庫…</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>What to do next</source>
        <translation>接下來做什麼</translation>
    </message>
    <message>
        <source>Proven to exist since</source>
        <translation>從何時起可證明存在</translation>
    </message>
</context>
<context>
    <name>OwnAuthoritySheet</name>
    <message>
        <source>Add a timestamp authority</source>
        <translation>新增時間戳記機構</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Its answers are accepted only if they lead to the root certificate that you choose here. Take the root from the authority itself.</source>
        <translation>只有能追溯到您在此選擇的根憑證，它的答覆才會被接受。請直接向該機構取得根憑證。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Root certificate (a .pem, .crt or .cer file)</source>
        <translation>根憑證（.pem、.crt 或 .cer 檔案）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>根憑證</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間線</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>證據冊</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>保管紀錄</translation>
    </message>
    <message>
        <source>Pages of the dispute</source>
        <translation>糾紛的各個頁面</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>更多頁面</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>紀錄</translation>
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
        <translation>搜尋姓名和號碼</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>None</source>
        <translation>都不選</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Or all numbers that begin so: 1069, 95</source>
        <translation>或者所有這樣開頭的號碼：1069, 95</translation>
    </message>
    <message>
        <source>Beginnings of numbers, separated by commas</source>
        <translation>號碼開頭，用逗號分開</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Open the archive with its password</source>
        <translation>用密碼開啟壓縮檔</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>顯示密碼</translation>
    </message>
    <message>
        <source>That password does not open the archive. The original is safe; please try again.</source>
        <translation>這個密碼打不開該壓縮檔。原件安全無損，請再試一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n more locked archive(s) follow; a password that opens one is tried on the others.</source>
        <translation>
            <numerusform>之後還有 %n 個加密的壓縮檔；能開啟其中一個的密碼，會自動用來試其他的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Wallets send it in the app, mostly six digits. It is kept nowhere; the archive stays as it is, and the files in it are added as well.</source>
        <translation>錢包通常在 App 內傳送密碼，多半是六位數字。密碼不會儲存；壓縮檔保持原樣，裡面的檔案會一併加入。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Calls and messages from them, by day and hour</source>
        <translation>對方來電來訊：依日期和鐘點</translation>
    </message>
    <message>
        <source>The stronger the colour, the more in that hour.</source>
        <translation>顏色越深，那一小時裡越多。</translation>
    </message>
    <message>
        <source>Amber: from %1 to %2 a standard asks for quiet.</source>
        <translation>琥珀色：依有關標準，%1 至 %2 之間宜不打擾。</translation>
    </message>
    <message>
        <source>Nobody has said yet which numbers are theirs: only what is under the institution&apos;s own name counts here.</source>
        <translation>還沒有說明哪些號碼是對方的：這裡只計入以機構自己名稱往來的。</translation>
    </message>
    <message>
        <source>most on one day: %1 (%2)</source>
        <translation>一天最多 %1 次（%2）</translation>
    </message>
    <message>
        <source>Calls and messages from them, by sender</source>
        <translation>對方來電來訊：依號碼</translation>
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
        <translation>累計收到和付出的款項</translation>
    </message>
    <message>
        <source>Whole line: received, refunds too. Broken line: paid. Only what is done counts.</source>
        <translation>實線：收到，含退款。虛線：支付。只計已完成的。</translation>
    </message>
    <message>
        <source>Complaints and their periods</source>
        <translation>投訴與期限</translation>
    </message>
    <message>
        <source>Grey: in time, or without a period. Pale amber: within the longer periods. Amber: overdue. Upright lines: days by which an answer was due.</source>
        <translation>灰色：期限內，或沒有期限。淺琥珀色：較長的期限內。琥珀色：已過期限。直線：應當答覆的日子。</translation>
    </message>
    <message>
        <source>their other numbers</source>
        <translation>其他號碼（也是對方的）</translation>
    </message>
</context>
<context>
    <name>PicturesPart</name>
    <message>
        <source>Nothing to draw yet: what they call and write, payments and complaints make these pictures.</source>
        <translation>還沒有可畫的內容：對方的來電和來信、付款、投訴會畫成圖。</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Another folder…</source>
        <translation>其他資料夾…</translation>
    </message>
    <message>
        <source>On this computer (recommended)</source>
        <translation>這台電腦上（建議）</translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation>在「%1」上</translation>
    </message>
    <message>
        <source>In the folder you chose</source>
        <translation>您選擇的資料夾</translation>
    </message>
    <message>
        <source>%1: a vault is there already and will be opened</source>
        <translation>%1：已有證據庫，將直接開啟</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Pause (K)</source>
        <translation>暫停（K）</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>播放（K）</translation>
    </message>
    <message>
        <source>It cannot be played here. Open the original in this computer&apos;s player.</source>
        <translation>無法在這裡播放。請開啟原件，用電腦上的播放器播放。</translation>
    </message>
    <message>
        <source>This computer has no sound device; it plays without sound.</source>
        <translation>這台電腦沒有音效裝置，正在無聲播放。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note what is said at this moment (M)</source>
        <translation>備註此刻說了什麼（M）</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>大圖檢視（空白鍵）</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>開啟原件</translation>
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
        <translation>檔案損壞或不完整，只播放能讀出的部分</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Show where things go</source>
        <translation>以動畫示意去向</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>不使用動畫</translation>
    </message>
    <message>
        <source>Three lines for each event</source>
        <translation>每個事件三行</translation>
    </message>
    <message>
        <source>One line for each event</source>
        <translation>每個事件一行</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>3/4 is … (please choose)</source>
        <translation>3/4 是……（請選擇）</translation>
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
        <translation>匯入</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>日和月的順序</translation>
    </message>
    <message>
        <source>Choose with whom…</source>
        <translation>選擇聯絡人…</translation>
    </message>
    <message>
        <source>Which name in this chat is yours?</source>
        <translation>聊天裡哪個名字是您？</translation>
    </message>
    <message>
        <source>Your name in the chat</source>
        <translation>您在聊天裡的名字</translation>
    </message>
    <message>
        <source>None of them: leave open who wrote</source>
        <translation>都不是：不區分是誰寫的</translation>
    </message>
    <message>
        <source>A table. Please check what its columns hold.</source>
        <translation>這是一份表格。請核對各欄的意思。</translation>
    </message>
    <message>
        <source>A table. Say what its columns hold, then tick “Import”: until then nothing of it is imported.</source>
        <translation>這是一份表格。請先說明各欄的意思，再勾選「匯入」；在此之前不會匯入任何內容。</translation>
    </message>
    <message>
        <source>Ticked as the last time. Who is new is not ticked.</source>
        <translation>已依上次的選擇勾選；新出現的聯絡人沒有勾選。</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>證據冊的頁面</translation>
    </message>
    <message>
        <source>All pages, small</source>
        <translation>全部頁面縮圖</translation>
    </message>
    <message>
        <source>Go to a part of the dossier</source>
        <translation>跳到證據冊的某一部分</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁碼</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>預覽進度</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 頁</translation>
    </message>
</context>
<context>
    <name>PreviewSheet</name>
    <message>
        <source>Put exported records on the timeline</source>
        <translation>把匯出的紀錄放到時間線</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Only from a period? Leave it empty for everything.</source>
        <translation>只要一段時間的？留空就是全部。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Not ticked, so nothing of it is imported: %1</source>
        <translation>未勾選，因此不會匯入：%1</translation>
    </message>
    <message>
        <source>Import %1 of %2 files</source>
        <translation>匯入 %2 個檔案中的 %1 個</translation>
    </message>
    <message>
        <source>The files are kept whole in any case. A file that you leave for later stays on the overview, under what to do next; to import more of a file, add it again. The dossier says how much is shown.</source>
        <translation>檔案無論如何都會完整保留。留到以後的檔案會列在概覽的「接下來做什麼」裡；想再多匯入一些，重新加入該檔案即可。證據冊會註明顯示了多少。</translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 筆紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be read</source>
        <translation>
            <numerusform>%n 筆紀錄無法讀取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) inside</source>
        <translation>
            <numerusform>內含 %n 個檔案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>names %n file(s) that are not in it</source>
        <translation>
            <numerusform>提到 %n 個不在其中的檔案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file itself says that it holds %n record(s).</source>
        <translation>
            <numerusform>檔案自己寫明有 %n 筆紀錄。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>以唯讀方式開啟</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>開啟其他證據庫…</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>新增證據庫</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Promises</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>No promise is written down yet. Fill it in where an agent made it: in the entry&apos;s facts.</source>
        <translation>還沒有記下承諾。在客服作出承諾的那筆紀錄裡填寫。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more promise(s)</source>
        <translation>
            <numerusform>再顯示 %n 項承諾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promised %n time(s):</source>
        <translation>
            <numerusform>共承諾 %n 次：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, due on or before %2: the day has passed, and it was promised again</source>
        <translation>%1，應於 %2 當日或之前：期限已過，曾再次承諾</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) after %1</source>
        <translation>
            <numerusform>%1 之後 %n 個工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含 %1</translation>
    </message>
    <message>
        <source>with %1, made up for a holiday</source>
        <translation>含補班的 %1</translation>
    </message>
    <message>
        <source>the holidays of that year are not announced</source>
        <translation>該年的假日尚未公布</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>Something says in time that it is done. Is it?</source>
        <translation>期限內有紀錄說已經辦妥。確實辦了嗎？</translation>
    </message>
    <message>
        <source>What may have kept it came only on %1. Was it this?</source>
        <translation>可能是兌現的，%1才出現。是它嗎？</translation>
    </message>
    <message>
        <source>After it, one contact came, on %1.</source>
        <translation>其後對方又聯絡 1 次，在 %1。</translation>
    </message>
    <message>
        <source>%1, no day given</source>
        <translation>%1，未給日期</translation>
    </message>
    <message>
        <source>%1, due on or before %2</source>
        <translation>%1，應於 %2 當日或之前</translation>
    </message>
    <message>
        <source>The day has passed. Was it kept?</source>
        <translation>到期日已過。兌現了嗎？</translation>
    </message>
    <message>
        <source>Money came from them in time. Was it this?</source>
        <translation>期限內收到過對方的錢。是這一筆嗎？</translation>
    </message>
    <message>
        <source>Less than was promised came in time:</source>
        <translation>期限內收到的比承諾的少：</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果如何</translation>
    </message>
    <message>
        <source>They were in contact in time. Was it about this?</source>
        <translation>對方在期限內聯絡過。是為這件事嗎？</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message numerus="yes">
        <source>After it, %n contact(s) came: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>其後對方又聯絡 %n 次，首次 %1，末次 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 檔案</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>磁碟機</translation>
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
        <translation>檔案類型(&amp;T)：</translation>
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
        <translation>顯示詳細資料…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>隱藏詳細資料…</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Add evidence</source>
        <translation>加入證據</translation>
    </message>
    <message>
        <source>Add a folder with evidence</source>
        <translation>加入整個資料夾</translation>
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
            <numerusform>已辨識 %n 件證據。辨識出的內容經您確認後才算數。</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages. They count once you accept them.</source>
        <translation>
            <numerusform>在匯入的訊息中找到 %n 項。您確認後才算數。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the same conversation still say “%1”.</source>
        <translation>
            <numerusform>同一對話中還有 %n 筆紀錄的對方仍為「%1」。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <translation>改為「%1」</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read with the earlier currency or time zone.</source>
        <translation>
            <numerusform>有 %n 份證據是依原來的幣別或時區辨識的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again what nobody reviewed</source>
        <translation>重新辨識未核對的</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>This one</source>
        <translation>以此為準</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>採用 %1</translation>
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
        <translation>可靠性較低</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Text on pictures</source>
        <translation>圖片上的文字</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>自動辨識圖片上的文字</translation>
    </message>
    <message>
        <source>It is read on this computer, in the background; nothing is sent anywhere. What was read counts only once you have accepted it.</source>
        <translation>在本機背景辨識，不會傳送到任何地方。辨識出的內容經您確認後才算數。</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>各時間依據不一致。哪個是對的？</translation>
    </message>
    <message>
        <source>Which time counts?</source>
        <translation>以哪個時間為準？</translation>
    </message>
    <message>
        <source>Or type the time</source>
        <translation>或輸入時間</translation>
    </message>
    <message>
        <source>used</source>
        <translation>採用</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Send myself a receipt</source>
        <translation>寄一份回執給自己</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>儲存檔案…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Send it to yourself by mail or chat. If this computer is lost, it proves later that the log was exactly like this at that time. It holds nothing of the evidence.</source>
        <translation>用電子郵件或聊天軟體傳給自己。就算這台電腦遺失，日後也能證明當時的紀錄就是這樣。其中不含任何證據內容。</translation>
    </message>
    <message>
        <source>QR code of the receipt</source>
        <translation>回執的 QR 碼</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>儲存圖片…</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP 壓縮檔 (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the log, witnessed by %1 at %2</source>
        <translation>
            <numerusform>紀錄共 %n 筆，由 %1 於 %2 見證</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>圖片 (*.png)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
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
        <translation>有期限於 %1 屆滿</translation>
    </message>
    <message>
        <source>no answer by %1</source>
        <translation>至 %1 未獲答覆</translation>
    </message>
    <message>
        <source>a period ended on %1, a day off; perhaps it runs until %2, ask before you rely on it</source>
        <translation>有期限已於 %1（休息日）屆滿，或許可到 %2，請先問清楚</translation>
    </message>
    <message>
        <source>promises: %1 due, %2 past</source>
        <translation>承諾：%1 項將到期，%2 項已過期</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due today or tomorrow</source>
        <translation>
            <numerusform>今明兩天到期的承諾：%n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed</source>
        <translation>
            <numerusform>%n 項承諾已過期</numerusform>
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
            <numerusform>還有 %n 個糾紛待處理。</numerusform>
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
        <translation>移除糾紛</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing is erased: it goes to the removed items, from where it can be put back. Ctrl+Z works too.</source>
        <translation>不會刪除：它會移到「已移除的項目」，隨時可以放回，也可以按 Ctrl+Z 復原。</translation>
    </message>
    <message>
        <source>Why? One key is enough.</source>
        <translation>為什麼？按一個數字鍵即可。</translation>
    </message>
    <message>
        <source>Or in your own words (stays in the custody log)</source>
        <translation>或用您自己的話寫（會留在保管紀錄中）</translation>
    </message>
    <message>
        <source>It is there twice</source>
        <translation>重複了</translation>
    </message>
    <message>
        <source>It has nothing to do with this dispute</source>
        <translation>與這個糾紛無關</translation>
    </message>
    <message>
        <source>It was added by mistake</source>
        <translation>誤加的</translation>
    </message>
    <message>
        <source>It is private</source>
        <translation>屬於隱私</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n exhibit(s)</source>
        <translation>
            <numerusform>移除 %n 件證據</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry(ies)</source>
        <translation>
            <numerusform>移除 %n 筆紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已經了結</translation>
    </message>
</context>
<context>
    <name>RemovedSheet</name>
    <message>
        <source>Removed items</source>
        <translation>已移除的項目</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原處</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>徹底刪除…</translation>
    </message>
    <message>
        <source>Empty the tray…</source>
        <translation>全部徹底刪除…</translation>
    </message>
    <message>
        <source>What lies here is in no timeline, list or dossier. Nothing of it is lost.</source>
        <translation>這裡的內容不會出現在任何時間線、清單或證據冊中，但一點也沒有遺失。</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>這裡沒有內容。</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>There is no table in this file whose columns could be named.</source>
        <translation>這個檔案裡沒有可以指定各欄的表格。</translation>
    </message>
</context>
<context>
    <name>RenamingWords</name>
    <message numerus="yes">
        <source>%n entry(ies) updated</source>
        <translation>
            <numerusform>已更新 %n 筆紀錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>新增 %n 筆紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns change nothing in the entries.</source>
        <translation>依這些欄，紀錄沒有變化。</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Restore from a backup</source>
        <translation>從備份還原</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>還原並開啟</translation>
    </message>
    <message>
        <source>The backup is checked and copied into a new vault. The backup itself stays as it is.</source>
        <translation>備份會先驗證，再複製成新的證據庫。備份本身維持不變。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>備份所在資料夾</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Folder for the restored vault, new or empty</source>
        <translation>還原後的證據庫資料夾（新的或空的）</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Kept, not readable</source>
        <translation>已保存，無法讀取</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>未加入</translation>
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
        <translation>名稱</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>原因與處理方式</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
</context>
<context>
    <name>ResultsSheet</name>
    <message>
        <source>What became of each item</source>
        <translation>每一項的處理結果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Try again what was not added</source>
        <translation>重試未加入的項目</translation>
    </message>
    <message>
        <source>A double click or Enter on an item does what its last column says.</source>
        <translation>按兩下一項或按 Enter，即執行最後一欄所寫的動作。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Another name of the institution?</source>
        <translation>對方機構的另一名稱？</translation>
    </message>
    <message>
        <source>Times disagree. Which one is right?</source>
        <translation>時間不一致，以哪個為準？</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已駁回</translation>
    </message>
    <message>
        <source>read wrongly by the machine</source>
        <translation>機器辨識有誤</translation>
    </message>
    <message>
        <source>corrected; the machine read “%1”</source>
        <translation>已更正；機器辨識為「%1」</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>All exhibits</source>
        <translation>全部證據</translation>
    </message>
    <message>
        <source>Previous exhibit (P)</source>
        <translation>上一件證據（P）</translation>
    </message>
    <message>
        <source>Next exhibit (N)</source>
        <translation>下一件證據（N）</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>按種類確認</translation>
    </message>
    <message>
        <source>Reviewed exhibits</source>
        <translation>已核對的證據</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核對 %1 / %2</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>Show the text line by line (T)</source>
        <translation>逐行顯示文字（T）</translation>
    </message>
    <message>
        <source>In all exhibits</source>
        <translation>所有證據</translation>
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
        <translation>駁回（X）</translation>
    </message>
    <message>
        <source>Accept all here (A)</source>
        <translation>此證據全部確認（A）</translation>
    </message>
    <message>
        <source>Choose the time… (Enter)</source>
        <translation>選擇時間…（Enter）</translation>
    </message>
    <message>
        <source>Next to review (Enter)</source>
        <translation>核對下一張（Enter）</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>確認（Enter）</translation>
    </message>
    <message>
        <source>The vault is open for reading only: nothing can be accepted.</source>
        <translation>證據庫以唯讀方式開啟，無法確認。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read here wait for you. Nothing counts before you accept it.</source>
        <translation>
            <numerusform>此證據中有 %n 項等您確認。未經確認的內容不算數。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything here is decided. %n more exhibit(s) wait for you.</source>
        <translation>
            <numerusform>此證據已全部核對。還有 %n 件證據等您核對。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>已全部核對。</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>What was read in this exhibit</source>
        <translation>此證據中辨識出的內容</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>這裡沒有等您處理的事。</translation>
    </message>
    <message>
        <source>%1 in this exhibit (%2)</source>
        <translation>此證據中的%1（%2）</translation>
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
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>符合頁面</translation>
    </message>
    <message>
        <source>%1 was imported as text: there is no picture of it. Each message stands beside what it names.</source>
        <translation>%1 是以文字匯入的，沒有圖片。每則訊息都列在從中找到的內容旁邊。</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n event(s) read here</source>
        <translation>
            <numerusform>辨識出 %n 件事</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported message(s) in which something was found</source>
        <translation>
            <numerusform>%n 則匯入的訊息中有發現</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) found</source>
        <translation>
            <numerusform>另外辨識出 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>No text was found here.</source>
        <translation>這裡沒有辨識到文字。</translation>
    </message>
    <message>
        <source>Maybe a gap: nothing joins it to exhibit %1, although the conversation goes on within the hour</source>
        <translation>可能有缺口：與證據 %1 沒有相同內容，而對話在一小時內仍在繼續</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1; whether anything was said in between is not shown</source>
        <translation>與證據 %1 沒有相同內容；其間是否另有內容，圖片未顯示</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of text as they were read</source>
        <translation>
            <numerusform>辨識出的 %n 行文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes on from exhibit %1: %n event(s) on both</source>
        <translation>
            <numerusform>接續證據 %1：兩圖共有 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks the same as exhibit %1</source>
        <translation>與證據 %1 看起來相同</translation>
    </message>
</context>
<context>
    <name>RiskySheet</name>
    <message>
        <source>This folder is risky for a vault</source>
        <translation>這個資料夾不適合存放證據庫</translation>
    </message>
    <message>
        <source>Use it nevertheless</source>
        <translation>仍要使用</translation>
    </message>
</context>
<context>
    <name>SameRecordLine</name>
    <message>
        <source>Go to the other record</source>
        <translation>查看另一筆紀錄</translation>
    </message>
    <message>
        <source>Same call as on %1; it counts once</source>
        <translation>與 %1 的通話是同一次，只計一次</translation>
    </message>
    <message>
        <source>Same message as on %1; it counts once</source>
        <translation>與 %1 的訊息是同一則，只計一次</translation>
    </message>
    <message>
        <source>Same money as on %1</source>
        <translation>與 %1 的紀錄是同一筆款項</translation>
    </message>
    <message>
        <source>Same call as on %1, exhibit %2; it counts once</source>
        <translation>與證據 %2 中 %1 的通話是同一次，只計一次</translation>
    </message>
    <message>
        <source>Same message as on %1, exhibit %2; it counts once</source>
        <translation>與證據 %2 中 %1 的訊息是同一則，只計一次</translation>
    </message>
    <message>
        <source>Same money as on %1, exhibit %2</source>
        <translation>與證據 %2 中 %1 的紀錄是同一筆款項</translation>
    </message>
    <message>
        <source>Two records show it, such as a call log and a picture. Findings and letters count it once.</source>
        <translation>有兩份資料顯示它，例如通話紀錄和截圖。發現和信函只計一次。</translation>
    </message>
    <message>
        <source>Two records show this payment, for example a wallet&apos;s and a bank&apos;s. Sums count it once.</source>
        <translation>這筆款項有兩筆紀錄，例如錢包帳單與銀行明細各一筆，加總時只計一次。</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Remove the sample</source>
        <translation>移除範例</translation>
    </message>
    <message>
        <source>Sample dispute: everything in it is invented, try whatever you like.</source>
        <translation>範例糾紛：內容全屬虛構，可以隨意試用。</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Making the sample dispute</source>
        <translation>製作範例糾紛</translation>
    </message>
    <message>
        <source>the sample dispute</source>
        <translation>範例糾紛</translation>
    </message>
</context>
<context>
    <name>SealWords</name>
    <message>
        <source>Not signed</source>
        <translation>不簽章</translation>
    </message>
    <message>
        <source>Time not witnessed, only claimed by this computer&apos;s clock</source>
        <translation>時間未經見證，只憑本機時鐘</translation>
    </message>
    <message>
        <source>Time witnessed by %1</source>
        <translation>時間由 %1 見證</translation>
    </message>
    <message>
        <source>Could not be reached: %1</source>
        <translation>未能連上：%1</translation>
    </message>
    <message>
        <source>Checked again: %1</source>
        <translation>再次核驗：%1</translation>
    </message>
    <message>
        <source>Signed; when it was signed is only claimed (%1)</source>
        <translation>已簽章；簽章時間僅為聲明（%1）</translation>
    </message>
    <message>
        <source>Signed, and the time of signing witnessed (%1)</source>
        <translation>已簽章，簽章時間已見證（%1）</translation>
    </message>
    <message>
        <source>Signed for the long term, time witnessed (%1)</source>
        <translation>已簽章，可供長期核驗，時間已見證（%1）</translation>
    </message>
</context>
<context>
    <name>Sealing</name>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Bag with originals (ZIP)</source>
        <translation>含原件的證據包（ZIP）</translation>
    </message>
    <message>
        <source>Self-declared, with a key of this computer</source>
        <translation>自我聲明，使用本機金鑰</translation>
    </message>
    <message>
        <source>With my own certificate file</source>
        <translation>使用我自己的憑證檔案</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>不簽章</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>輸出形式</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽章</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Attach originals, custody log and proofs</source>
        <translation>附上原件、保管紀錄和證明</translation>
    </message>
    <message>
        <source>Without them it is a plain PDF, for systems that refuse attachments; the originals stay here.</source>
        <translation>不附則為一般 PDF，供拒收附件的系統使用；原件留在這裡。</translation>
    </message>
    <message>
        <source>Certificate file (.p12 or .pfx)</source>
        <translation>憑證檔案（.p12 或 .pfx）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Its passphrase (not kept)</source>
        <translation>憑證密碼（不會儲存）</translation>
    </message>
    <message>
        <source>Passphrase for the key (empty: used once)</source>
        <translation>金鑰的密碼（留空則金鑰只用一次）</translation>
    </message>
    <message>
        <source>Shows that the file was not changed; nobody has checked your name.</source>
        <translation>能說明檔案未被更動；沒有人核實過您的姓名。</translation>
    </message>
    <message>
        <source>Shows who signed, as far as its issuer is trusted.</source>
        <translation>能說明是誰簽的，前提是信任憑證的簽發者。</translation>
    </message>
    <message>
        <source>Changes can then be noticed only by the file&apos;s hash or its timestamp.</source>
        <translation>不簽章時，只能靠檔案的雜湊或時間戳記發現更動。</translation>
    </message>
    <message>
        <source>Witnessed by %1 while it is exported; without a connection the dossier says so.</source>
        <translation>匯出時由 %1 見證；沒有網路時，證據冊會如實註明。</translation>
    </message>
    <message>
        <source>two authorities</source>
        <translation>兩家機構</translation>
    </message>
    <message>
        <source>Only claimed by this computer&apos;s clock: nothing is sent before you agree.</source>
        <translation>時間只憑本機時鐘：在您同意之前，什麼都不會傳送。</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>選擇憑證檔案</translation>
    </message>
    <message>
        <source>Certificate (%1)</source>
        <translation>憑證（%1）</translation>
    </message>
</context>
<context>
    <name>SearchEverywhere</name>
    <message>
        <source>Search all disputes</source>
        <translation>搜尋所有糾紛</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Words, names, numbers: what people wrote and what was read in exhibits.</source>
        <translation>可輸入文字、名稱或號碼：既查人寫的，也查從證據中辨識的。</translation>
    </message>
    <message>
        <source>No dispute contains “%1”.</source>
        <translation>所有糾紛中都沒有「%1」。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s); type more to find the one you mean</source>
        <translation>
            <numerusform>前 %n 處；再多輸入幾個字，就能找到要找的那一處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>機器辨識</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>機器辨識，未經確認</translation>
    </message>
</context>
<context>
    <name>SectionChoice</name>
    <message>
        <source>Also in the dossier, where there is something to tell</source>
        <translation>有內容時一併寫入證據冊</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>08:15 · Agent 80231 promised a reply within three working days.</source>
        <translation>08:15 · 客服 80231 承諾三個工作天內回覆。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>開啟其他證據庫…</translation>
    </message>
    <message>
        <source>Your name, or the name of your office</source>
        <translation>姓名，或所屬機構的名稱</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動畫</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間線</translation>
    </message>
    <message>
        <source>Where the vault is</source>
        <translation>證據庫的位置</translation>
    </message>
    <message>
        <source>Prepared by (printed in a dossier)</source>
        <translation>製作人（印在證據冊上）</translation>
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
        <translation>要放棄已填寫的內容嗎？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>繼續填寫</translation>
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
        <translation>時間線中</translation>
    </message>
    <message>
        <source>Among the exhibits</source>
        <translation>證據清單中</translation>
    </message>
    <message>
        <source>While reviewing</source>
        <translation>核對時</translation>
    </message>
    <message>
        <source>In the large view</source>
        <translation>大圖檢視時</translation>
    </message>
    <message>
        <source>While filling in</source>
        <translation>填寫時</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>顯示這些快速鍵</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>新增糾紛</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>加入檔案</translation>
    </message>
    <message>
        <source>Add what was copied as evidence</source>
        <translation>把複製的內容加為證據</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>搜尋所有糾紛</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>取消復原</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>匯出證據冊</translation>
    </message>
    <message>
        <source>Review what was read</source>
        <translation>核對辨識出的內容</translation>
    </message>
    <message>
        <source>Accept, and go on</source>
        <translation>確認並繼續</translation>
    </message>
    <message>
        <source>Correct, then accept</source>
        <translation>更正後確認</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>駁回</translation>
    </message>
    <message>
        <source>Accept what was read by machine, and go on</source>
        <translation>確認機器辨識的內容，並繼續下一筆</translation>
    </message>
    <message>
        <source>Dismiss what was read by machine</source>
        <translation>駁回機器辨識的內容</translation>
    </message>
    <message>
        <source>Accept everything in this exhibit</source>
        <translation>確認此證據的全部內容</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>按種類確認</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>複製文字</translation>
    </message>
    <message>
        <source>First page: Overview</source>
        <translation>第一頁：概覽</translation>
    </message>
    <message>
        <source>Second page: Timeline</source>
        <translation>第二頁：時間線</translation>
    </message>
    <message>
        <source>Third page: Evidence</source>
        <translation>第三頁：證據</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>關閉程式</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>大圖檢視</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>記錄通話</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫筆記</translation>
    </message>
    <message>
        <source>Go to the filters</source>
        <translation>前往篩選</translation>
    </message>
    <message>
        <source>Go to the days</source>
        <translation>前往日期列</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Next exhibit</source>
        <translation>下一份證據</translation>
    </message>
    <message>
        <source>Previous exhibit</source>
        <translation>上一份證據</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整頁</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>旋轉檢視</translation>
    </message>
    <message>
        <source>Show or hide the facts</source>
        <translation>顯示或隱藏說明</translation>
    </message>
    <message>
        <source>Compare with another exhibit</source>
        <translation>與另一份證據比較</translation>
    </message>
    <message>
        <source>Save a fact, and type the same of the next one</source>
        <translation>儲存此項，並填寫下一件的同一項</translation>
    </message>
    <message>
        <source>Add, and write the next one</source>
        <translation>加入並寫下一筆</translation>
    </message>
    <message>
        <source>Say which way it went: the first, the second, …</source>
        <translation>選擇方向：第一個、第二個……</translation>
    </message>
    <message>
        <source>Offer what is known, in an empty field</source>
        <translation>在空欄位列出已知內容</translation>
    </message>
    <message>
        <source>Finish, from any field</source>
        <translation>在任一欄位完成</translation>
    </message>
    <message>
        <source>What is this? (about the field you are in)</source>
        <translation>這是什麼？（說明目前欄位）</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存檢視</translation>
    </message>
    <message>
        <source>Go to what has no time</source>
        <translation>前往沒有時間的項目</translation>
    </message>
    <message>
        <source>Choose between the times</source>
        <translation>在各時間中選擇</translation>
    </message>
    <message>
        <source>Before the one above, at the same time</source>
        <translation>移到上一筆之前（時間相同時）</translation>
    </message>
    <message>
        <source>Behind the one below, at the same time</source>
        <translation>移到下一筆之後（時間相同時）</translation>
    </message>
    <message>
        <source>While listening</source>
        <translation>播放時</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>播放與暫停</translation>
    </message>
    <message>
        <source>Note what is said at this moment</source>
        <translation>備註此刻說了什麼</translation>
    </message>
    <message>
        <source>Back by three seconds</source>
        <translation>倒退三秒</translation>
    </message>
    <message>
        <source>On by five seconds</source>
        <translation>快轉五秒</translation>
    </message>
    <message>
        <source>Back by five seconds</source>
        <translation>倒退五秒</translation>
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
        <translation>輸入逐字稿時播放與暫停</translation>
    </message>
    <message>
        <source>Back by three seconds while typing</source>
        <translation>輸入時倒退三秒</translation>
    </message>
    <message>
        <source>Show the text line by line</source>
        <translation>逐行顯示文字</translation>
    </message>
    <message>
        <source>Note that the other side is told of the recording</source>
        <translation>標註已告知對方正在錄音</translation>
    </message>
    <message>
        <source>Fourth page: Case</source>
        <translation>第四頁：梳理</translation>
    </message>
    <message>
        <source>Fifth page: Dossier</source>
        <translation>第五頁：證據冊</translation>
    </message>
    <message>
        <source>Sixth page: Custody log</source>
        <translation>第六頁：保管紀錄</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>My vault</source>
        <translation>我的證據庫</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（唯讀）</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New dispute</source>
        <translation>新增糾紛</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>糾紛</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>證據庫：%1</translation>
    </message>
    <message>
        <source>Edit the dispute…</source>
        <translation>編輯糾紛…</translation>
    </message>
    <message>
        <source>Remove the dispute…</source>
        <translation>移除糾紛…</translation>
    </message>
    <message>
        <source>Settings and help</source>
        <translation>設定與說明</translation>
    </message>
    <message>
        <source>Removed items (%1)</source>
        <translation>已移除的項目（%1）</translation>
    </message>
</context>
<context>
    <name>SinceLine</name>
    <message>
        <source>Show the entry</source>
        <translation>查看該筆紀錄</translation>
    </message>
    <message>
        <source>Show the entry that tells since when</source>
        <translation>查看說明從何時起的紀錄</translation>
    </message>
    <message>
        <source>Say since when…</source>
        <translation>填寫起始日期…</translation>
    </message>
    <message>
        <source>the first entry that shows the problem</source>
        <translation>最早顯示問題的紀錄</translation>
    </message>
    <message>
        <source>an entry that shows the problem; earlier ones depart from a standard, too</source>
        <translation>由一筆紀錄顯示；更早的紀錄也有與標準不一致之處</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>依您填寫的日期</translation>
    </message>
    <message>
        <source>by the payment of the amount in dispute</source>
        <translation>爭議金額的付款</translation>
    </message>
    <message>
        <source>by the first call or message that departs from a standard</source>
        <translation>最早與標準不一致的來電或訊息</translation>
    </message>
    <message>
        <source>by the first complaint</source>
        <translation>首次投訴</translation>
    </message>
    <message>
        <source>by the first call or message to them</source>
        <translation>首次致電或傳訊息給對方</translation>
    </message>
    <message>
        <source>no entry tells when the trouble began: counted from the first one</source>
        <translation>沒有紀錄說明問題何時開始，從最早的一筆算起</translation>
    </message>
</context>
<context>
    <name>StampsPanel</name>
    <message>
        <source>Attach a timestamp file…</source>
        <translation>附上時間戳記檔案…</translation>
    </message>
    <message>
        <source>One that a timestamp service made over this file, a .tsa or .tsr file for example.</source>
        <translation>時間戳記服務為這個檔案出具的，例如 .tsa 或 .tsr 檔。</translation>
    </message>
    <message>
        <source>Checked: over exactly this file, by an authority that is known.</source>
        <translation>已核對：正是針對這個檔案，由已知機構出具。</translation>
    </message>
    <message>
        <source>Over exactly this file, but by nobody that this program knows; it counts for nothing yet.</source>
        <translation>正是針對這個檔案，但出具方不是本程式認得的機構，暫不作數。</translation>
    </message>
    <message>
        <source>None. If a timestamp service has sealed this file, its answer can be kept here.</source>
        <translation>沒有。如果這個檔案做過可信時間戳記，可以把憑證檔存在這裡。</translation>
    </message>
    <message>
        <source>Timestamp (%1)</source>
        <translation>時間戳記（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有檔案（%1）</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>Have the time witnessed…</source>
        <translation>請見證方確認時間…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>保管紀錄</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Time not yet witnessed</source>
        <translation>時間尚未見證</translation>
    </message>
    <message>
        <source>Time witnessed up to %1 by %2</source>
        <translation>時間已見證至 %1，見證方：%2</translation>
    </message>
    <message>
        <source>What was added since is not yet witnessed</source>
        <translation>此後加入的內容尚未見證</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>this is only a sample</source>
        <translation>這只是範例</translation>
    </message>
    <message>
        <source>nothing is sent, as you chose</source>
        <translation>依您的選擇，什麼都不傳送</translation>
    </message>
    <message>
        <source>nothing is sent before you agree</source>
        <translation>在您同意之前什麼都不會傳送</translation>
    </message>
    <message>
        <source>being witnessed now</source>
        <translation>正在見證</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>目前離線，稍後會重試</translation>
    </message>
    <message>
        <source>stopped, will be tried again</source>
        <translation>已停止，稍後會重試</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>答覆未通過核對，稍後會重試</translation>
    </message>
    <message>
        <source>will be done shortly</source>
        <translation>很快就會進行</translation>
    </message>
    <message>
        <source>no evidence yet</source>
        <translation>還沒有證據</translation>
    </message>
</context>
<context>
    <name>StartingDays</name>
    <message>
        <source>From which day it counts</source>
        <translation>從哪一天起算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>In dispute since %1</source>
        <translation>自 %1 起有爭議</translation>
    </message>
    <message>
        <source>What makes a period longer</source>
        <translation>使期限更長的情況</translation>
    </message>
    <message>
        <source>A period here counts from the day on which you knew of the harm and of who is liable. You have not stated it, so no end is shown.</source>
        <translation>這裡有一個期限，從您知道受損和責任人的那天起算。您還沒有說明是哪天，所以不顯示屆滿日。</translation>
    </message>
    <message>
        <source>A period here counts from the first statement of account that shows the error. You have not stated its day, so no end is shown.</source>
        <translation>這裡有一個期限，從首份列明差錯的對帳單起算。您還沒有說明是哪天，所以不顯示屆滿日。</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>What each statement rests on</source>
        <translation>每句陳述的依據</translation>
    </message>
    <message>
        <source>For you alone, not in the letter: how far each rule that it cites was read. Check it first.</source>
        <translation>只給您看，不寫進信裡：信中引用的依據各讀到什麼程度。寄出前請核對。</translation>
    </message>
    <message>
        <source>No entry shows this: add evidence or leave it out.</source>
        <translation>沒有事件能說明這一點：請補充證據，或刪去。</translation>
    </message>
    <message>
        <source>Changed, or left out of the letter.</source>
        <translation>信中已改動，或已刪去。</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>信中位置</translation>
    </message>
    <message>
        <source>Show in the letter: %1</source>
        <translation>在信中顯示：%1</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>What does this mean?</source>
        <translation>這是什麼意思？</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestedStrip</name>
    <message>
        <source>A machine read this in the exhibit; nobody has confirmed it yet.</source>
        <translation>這是機器從證據中辨識的，尚未有人確認。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>駁回</translation>
    </message>
    <message numerus="yes">
        <source>A machine read %n of them in exhibits; nobody has confirmed them yet.</source>
        <translation>
            <numerusform>其中 %n 筆是機器從證據中辨識的，尚未有人確認。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>照此確認</translation>
    </message>
    <message>
        <source>Read: “%1”</source>
        <translation>辨識為：「%1」</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>加入 %n 件</numerusform>
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
            <numerusform>%n 件已保存但無法讀取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added</source>
        <translation>
            <numerusform>%n 件未加入</numerusform>
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
        <translation>沒有可加入的內容。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to confirm</source>
        <translation>
            <numerusform>%n 個時間待確認</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the time(s)</source>
        <translation>
            <numerusform>查看時間</numerusform>
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
        <translation>已儲存：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已取消復原：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可復原的操作。</translation>
    </message>
    <message>
        <source>This cannot be taken back any more: %1. %2</source>
        <translation>這一步已無法撤回：%1。%2</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>已更改：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>這裡沒有等您處理的事。</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No evidence yet: drop screenshots, recordings and documents anywhere here.</source>
        <translation>還沒有證據：把截圖、錄音和文件拖到視窗任何位置即可。</translation>
    </message>
    <message numerus="yes">
        <source>Nobody has said yet which numbers are theirs: %n caller(s) and sender(s) count for nobody.</source>
        <translation>
            <numerusform>還沒有說明哪些號碼是對方的：%n 個來電或發信號碼暫不計入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide: what was read disagrees.</source>
        <translation>
            <numerusform>%n 個時間待確定：讀到的時間互相不一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) without a time.</source>
        <translation>
            <numerusform>%n 筆沒有時間。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) where a conversation goes on but the pictures do not join: is one missing?</source>
        <translation>
            <numerusform>%n 處對話仍在繼續、圖片卻未相接：是否漏了截圖？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept that could not be read.</source>
        <translation>
            <numerusform>%n 個檔案已保存，但無法讀取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed.</source>
        <translation>
            <numerusform>%n 項承諾已過期限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) do not say yet what they prove.</source>
        <translation>
            <numerusform>%n 件證據還沒有寫明要證明什麼。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not written down yet who complains.</source>
        <translation>還沒有寫下投訴人是誰。</translation>
    </message>
    <message>
        <source>No dossier was exported yet.</source>
        <translation>還沒有匯出過證據冊。</translation>
    </message>
    <message>
        <source>Something changed since the last dossier (%1).</source>
        <translation>上次匯出證據冊（%1）之後有變動。</translation>
    </message>
    <message>
        <source>There is no backup of this vault yet.</source>
        <translation>這個證據庫還沒有備份。</translation>
    </message>
    <message numerus="yes">
        <source>The last backup is %n day(s) old.</source>
        <translation>
            <numerusform>上次備份已是 %n 天前。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) to review.</source>
        <translation>
            <numerusform>%n 件證據等您核對。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已核對 %1 / %2</translation>
    </message>
    <message>
        <source>%1: an entry of %2 may be the answer. Is it?</source>
        <translation>%1：%2的紀錄可能是答覆，是嗎？</translation>
    </message>
    <message numerus="yes">
        <source>%1: no final answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1：%n天沒有最終答覆的紀錄。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: no answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1：%n天沒有答覆的紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>No period for the answer is counted.</source>
        <translation>沒有可計算的答覆期限。</translation>
    </message>
    <message>
        <source>The period ended on %1.</source>
        <translation>期限已於%1屆滿。</translation>
    </message>
    <message>
        <source>The period ends on %1.</source>
        <translation>期限至%1。</translation>
    </message>
    <message>
        <source>Only a customary period, for reference, up to %1: no statutory one.</source>
        <translation>只有慣例的參考期限，至 %1，不是法定期限。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去確定</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>You have not written down yet what you ask for.</source>
        <translation>還沒有寫下您的訴求。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>去說明</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>去填寫</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>匯出證據冊</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>備份…</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n 個時間與其他相差很遠：年份對嗎？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>有 %n 個匯出檔案還沒有匯入時間線。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>有 %n 個壓縮檔還沒有開啟，裡面的檔案還沒有加入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Text read by machine</source>
        <translation>機器辨識的文字</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>核對（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新辨識</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即辨識</translation>
    </message>
    <message>
        <source>Its text will be read soon.</source>
        <translation>即將辨識其中的文字。</translation>
    </message>
    <message>
        <source>No text was found on it.</source>
        <translation>沒有辨識到文字。</translation>
    </message>
    <message>
        <source>Read by machine; what was found in it is decided.</source>
        <translation>機器辨識；辨識出的內容已核對。</translation>
    </message>
    <message>
        <source>Read by machine, not confirmed.</source>
        <translation>機器辨識，未經確認。</translation>
    </message>
    <message>
        <source>Its text was not read yet.</source>
        <translation>尚未辨識其中的文字。</translation>
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
            <numerusform>這 %n 個是對方的</numerusform>
        </translation>
    </message>
    <message>
        <source>These are theirs</source>
        <translation>這些是對方的</translation>
    </message>
    <message>
        <source>No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.</source>
        <translation>已確認的紀錄裡沒有 %1。請檢查寫法；幾個號碼開頭相同時，可在開頭後加 *。</translation>
    </message>
    <message>
        <source>Where they name it: %1</source>
        <translation>對方寫明之處：%1</translation>
    </message>
    <message>
        <source>named by themselves</source>
        <translation>對方自己寫明</translation>
    </message>
    <message>
        <source>kept as their channel</source>
        <translation>已記為對方的管道</translation>
    </message>
    <message>
        <source>called or signed like them; not counted</source>
        <translation>名稱或署名像對方，未計入</translation>
    </message>
    <message>
        <source>payments; called alike</source>
        <translation>有收付款，名稱相近</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>Search names and numbers</source>
        <translation>搜尋姓名和號碼</translation>
    </message>
</context>
<context>
    <name>TimeTyping</name>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Empty: the time is not known. A day or a month alone is fine too.</source>
        <translation>留空表示時間未知。只填日期或月份也可以。</translation>
    </message>
    <message>
        <source>Now. If it was earlier, type when: 9:05, yesterday 9:05, 2025-02-22.</source>
        <translation>現在。若是更早，請輸入時間：9:05、昨天 9:05、2025-02-22。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time unknown</source>
        <translation>時間未知</translation>
    </message>
    <message>
        <source>%1, day unknown</source>
        <translation>%1，日期不詳</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>來電</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>去電</translation>
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
        <translation>收到訊息</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>送出訊息</translation>
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
        <translation>工號 %1</translation>
    </message>
    <message>
        <source>maybe a gap after exhibit %1</source>
        <translation>與證據 %1 之間可能有缺口</translation>
    </message>
    <message>
        <source>not joined to exhibit %1</source>
        <translation>與證據 %1 未相接</translation>
    </message>
    <message>
        <source>by %1, overdue</source>
        <translation>期限 %1，已過</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>zone assumed</source>
        <translation>時區為推定</translation>
    </message>
    <message>
        <source>times disagree, please choose</source>
        <translation>時間互相矛盾，請選擇</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>機器辨識，未經確認</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承諾：%1</translation>
    </message>
    <message>
        <source>goes on from exhibit %1</source>
        <translation>接續證據 %1</translation>
    </message>
    <message>
        <source>looks like exhibit %1</source>
        <translation>與證據 %1 相同</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>A accepts it, X dismisses it</source>
        <translation>按 A 確認，按 X 駁回</translation>
    </message>
    <message>
        <source>same call as in exhibit %1</source>
        <translation>與證據 %1 為同一通話</translation>
    </message>
    <message>
        <source>same message as in exhibit %1</source>
        <translation>與證據 %1 為同一則訊息</translation>
    </message>
</context>
<context>
    <name>TimelineFilter</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未寫明對方</translation>
    </message>
    <message>
        <source>no agent named</source>
        <translation>未寫明客服</translation>
    </message>
    <message>
        <source>exact time</source>
        <translation>時間確切</translation>
    </message>
    <message>
        <source>read from the screen</source>
        <translation>從畫面讀出</translation>
    </message>
    <message>
        <source>file modification time only</source>
        <translation>僅有檔案修改時間</translation>
    </message>
    <message>
        <source>day or month only</source>
        <translation>僅知日期或月份</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>時間不詳</translation>
    </message>
    <message>
        <source>times disagree</source>
        <translation>時間不一致</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>尚未確認</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Every entry has a time</source>
        <translation>每筆都有時間</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>時間線</translation>
    </message>
</context>
<context>
    <name>TimesPanel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Unknown. Type a time, a day or a month</source>
        <translation>未知。可填時間、日期或月份</translation>
    </message>
    <message>
        <source>Mark as unknown</source>
        <translation>標為未知</translation>
    </message>
    <message>
        <source>State that the time is not known</source>
        <translation>聲明時間未知</translation>
    </message>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>各時間依據不一致。哪個是對的？</translation>
    </message>
    <message>
        <source>What other sources say</source>
        <translation>其他來源的時間</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>依據：%1</translation>
    </message>
    <message>
        <source>the same time</source>
        <translation>時間相同</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) later</source>
        <translation>
            <numerusform>晚 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) earlier</source>
        <translation>
            <numerusform>早 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) later</source>
        <translation>
            <numerusform>晚 %n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) earlier</source>
        <translation>
            <numerusform>早 %n 小時</numerusform>
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
        <translation>內容</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>糾紛</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除時間</translation>
    </message>
    <message>
        <source>Dispute: %1</source>
        <translation>糾紛：%1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
</context>
<context>
    <name>TrayRow</name>
    <message>
        <source>Type the time</source>
        <translation>輸入時間</translation>
    </message>
    <message>
        <source>Time of %1</source>
        <translation>%1 的時間</translation>
    </message>
    <message>
        <source>State this time; it can be undone</source>
        <translation>採用這個時間；可以復原</translation>
    </message>
    <message>
        <source>Nothing else tells when this was.</source>
        <translation>沒有其他線索說明這是什麼時候。</translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message numerus="yes">
        <source>%n without a time</source>
        <translation>
            <numerusform>%n 筆沒有時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow when these have their time</source>
        <translation>
            <numerusform>這些定好時間後，還有 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>its name lies between “%1” and “%2”</source>
        <translation>檔名介於「%1」與「%2」之間</translation>
    </message>
    <message>
        <source>its name follows “%1”</source>
        <translation>檔名接在「%1」之後</translation>
    </message>
    <message>
        <source>its name precedes “%1”</source>
        <translation>檔名在「%1」之前</translation>
    </message>
    <message>
        <source>added between exhibits %3 and %4</source>
        <translation>加入時在證據 %3 與證據 %4 之間</translation>
    </message>
    <message>
        <source>added after exhibit %3</source>
        <translation>在證據 %3 之後加入</translation>
    </message>
    <message>
        <source>added before exhibit %3</source>
        <translation>在證據 %3 之前加入</translation>
    </message>
</context>
<context>
    <name>UnfinishedSheet</name>
    <message>
        <source>An import was not finished</source>
        <translation>上次加入沒有完成</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>繼續加入</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不再繼續</translation>
    </message>
    <message>
        <source>The program ended while evidence was being added. What was saved is safe. Going on adds the rest; nothing is added twice.</source>
        <translation>加入證據時程式中斷了。已儲存的內容是安全的。繼續會加入其餘部分，不會重複。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultMenu</name>
    <message>
        <source>Open another vault…</source>
        <translation>開啟其他證據庫…</translation>
    </message>
    <message>
        <source>Show the vault&apos;s folder</source>
        <translation>顯示證據庫資料夾</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>備份…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>從備份還原…</translation>
    </message>
    <message>
        <source>Verify every original</source>
        <translation>核驗全部原件</translation>
    </message>
    <message>
        <source>Check a dossier…</source>
        <translation>核驗證據冊…</translation>
    </message>
    <message>
        <source>Erase this vault from this computer…</source>
        <translation>從這台電腦清除此證據庫…</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>復原：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>取消復原：%1</translation>
    </message>
</context>
<context>
    <name>VaultVerbs</name>
    <message>
        <source>Choose the vault&apos;s folder, or a place for a new vault</source>
        <translation>選擇證據庫資料夾，或新證據庫的位置</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Where shall the backup be? Choose an earlier one to add what is new</source>
        <translation>備份放在哪裡？選擇以前的備份可只補充新內容</translation>
    </message>
    <message>
        <source>Choose an empty folder for the restored vault</source>
        <translation>為還原的證據庫選擇一個空資料夾</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>選擇備份</translation>
    </message>
    <message numerus="yes">
        <source>Backed up and checked: %n original(s)</source>
        <translation>
            <numerusform>備份完成並已核驗：%n 件原件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message numerus="yes">
        <source>Restored and checked: %n original(s)</source>
        <translation>
            <numerusform>還原完成並已核驗：%n 件原件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationSheet</name>
    <message>
        <source>Checked: %1</source>
        <translation>核驗結果：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>儲存報告…</translation>
    </message>
    <message>
        <source>Who vouches for it</source>
        <translation>由誰作證</translation>
    </message>
</context>
<context>
    <name>ViewRow</name>
    <message>
        <source>Rename %1</source>
        <translation>重新命名「%1」</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>刪除「%1」</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>刪除此檢視</translation>
    </message>
    <message>
        <source>Another view is called so</source>
        <translation>已有同名檢視</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>It is protected by a password, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>檔案有密碼保護，無法在此顯示。原件已原樣保存。</translation>
    </message>
    <message>
        <source>It is damaged or incomplete, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>檔案損壞或不完整，無法在此顯示。原件已原樣保存。</translation>
    </message>
    <message>
        <source>It is too large to be shown here. It is kept exactly as it is.</source>
        <translation>檔案太大，無法在此顯示。原件已原樣保存。</translation>
    </message>
    <message>
        <source>It could not be read, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>檔案無法讀取，不能在此顯示。原件已原樣保存。</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>This view is kept already.</source>
        <translation>此檢視已經儲存。</translation>
    </message>
    <message>
        <source>Filter or search first; what is shown then can be kept here under a name.</source>
        <translation>請先篩選或搜尋，再在這裡命名儲存所顯示的內容。</translation>
    </message>
    <message>
        <source>A name for what is shown now</source>
        <translation>為目前顯示的內容命名</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform: where in the recording</source>
        <translation>波形：目前播放位置</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Key: %1</source>
        <translation>按鍵：%1</translation>
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
        <translation>來電</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>去電</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>發出</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>資金流入</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>資金流出</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Juzheng</source>
        <translation>歡迎使用舉證</translation>
    </message>
    <message>
        <source>Where shall the evidence be kept?</source>
        <translation>證據要保存在哪裡？</translation>
    </message>
    <message>
        <source>All of it lies in one folder, the vault. It can be moved and backed up at any time.</source>
        <translation>全部證據都放在一個資料夾裡，稱為證據庫。之後隨時可以搬移或備份。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>先看一個範例糾紛</translation>
    </message>
    <message>
        <source>I have a backup to restore…</source>
        <translation>我有備份要還原…</translation>
    </message>
    <message>
        <source>It turns screenshots, messages, calls and recordings into a timeline, and the timeline into a dossier that others can check. Originals are never changed, and never leave this computer.</source>
        <translation>把截圖、訊息、通話和錄音整理成時間線，再把時間線做成他人可以核驗的證據冊。原件絕不更動，也絕不離開這台電腦。</translation>
    </message>
</context>
<context>
    <name>WhoseNumbers</name>
    <message>
        <source>Which of these numbers are theirs?</source>
        <translation>這些號碼中哪些是對方的？</translation>
    </message>
    <message>
        <source>Nobody has said so yet. Until then, calls and messages count only under the institution&apos;s own name: those of family, banks and couriers must not be held against it. Tick all that are the other side&apos;s.</source>
        <translation>還沒有說明。在此之前，只有以機構自己名稱往來的電話和訊息才計入：家人、銀行、宅配的往來不能算在對方頭上。請勾選所有屬於對方的號碼。</translation>
    </message>
    <message>
        <source>Ticked beforehand is who signs messages with the institution&apos;s name. Anybody can write such a signature: look before you confirm.</source>
        <translation>已預先勾選簡訊署名為機構名稱的號碼。署名誰都可以寫：請看清楚再確認。</translation>
    </message>
    <message>
        <source>Are these theirs, too?</source>
        <translation>這些也是對方的嗎？</translation>
    </message>
    <message>
        <source>Their own messages or pages name them, you keep them as a channel of theirs, or they are called or sign like them. Impostors do, too, and names are alike by chance: look before you confirm. Only then do calls, messages and payments with them count.</source>
        <translation>它們由對方自己的訊息或頁面提到，或被您記為對方的管道，或名稱、署名與對方相像。冒充者也會這樣做，名稱也可能碰巧相像，請看清楚再確認。確認之後，與它們的通話、訊息和付款才會計入。</translation>
    </message>
    <message>
        <source>None of these is theirs</source>
        <translation>都不是對方的</translation>
    </message>
    <message>
        <source>You will be asked again only about numbers that are new.</source>
        <translation>只有出現新號碼時才會再問。</translation>
    </message>
</context>
<context>
    <name>WitnessSettings</name>
    <message>
        <source>Time witnesses</source>
        <translation>時間見證方</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>請見證方確認時間</translation>
    </message>
    <message>
        <source>Add an authority…</source>
        <translation>新增機構…</translation>
    </message>
    <message>
        <source>First witness</source>
        <translation>第一見證方</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>第二見證方</translation>
    </message>
    <message>
        <source>Remove this authority</source>
        <translation>移除該機構</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>營運方：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>網址：%1</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>政策：%1</translation>
    </message>
    <message>
        <source>Fingerprint of its root (SHA-256): %1</source>
        <translation>根憑證指紋（SHA-256）：%1</translation>
    </message>
</context>
<context>
    <name>Witnessing</name>
    <message>
        <source>Having the time witnessed</source>
        <translation>請見證方確認時間</translation>
    </message>
    <message>
        <source>witnessed by %1</source>
        <translation>已由 %1 見證</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>答覆未通過核對，稍後會重試</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>目前離線，稍後會重試</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message numerus="yes">
        <source>%n removed; in the removed items until the tray is emptied</source>
        <translation>
            <numerusform>已移除 %n 項，可在「已移除的項目」中放回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n entries</source>
        <translation>
            <numerusform>修改 %n 筆紀錄</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>New entry: %1</source>
        <translation>新增紀錄：%1</translation>
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
        <translation>紀錄的先後順序</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>已確認：%1</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>已駁回：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field&apos;s name, and what it belongs to</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the dispute</source>
        <translation>糾紛</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that were read</source>
        <translation>
            <numerusform>辨識出的 %n 項內容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件證據</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 筆紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>exhibit %1</source>
        <translation>證據 %1</translation>
    </message>
    <message>
        <source>an entry (%1)</source>
        <translation>一筆紀錄：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>已辨識 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1. They are kept as they are: read them again, or type what they say.</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%n 張圖片未能辨識：%1。圖片已原樣保存；可以重新辨識，或自行輸入上面的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Overlaps exhibit %1; entries on both: %2.</source>
        <translation>與證據 %1 相接：兩者都載有相同的 %2 則內容。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>與其前的證據 %1 沒有相同內容，而對話在一小時內仍在繼續：其間可能有缺漏。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>與其後的證據 %1 沒有相同內容，而對話在一小時內仍在繼續：其間可能有缺漏。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it; whether anything was said in between is not shown.</source>
        <translation>與其前的證據 %1 沒有相同內容；其間是否另有內容，圖片未顯示。</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it; whether anything was said in between is not shown.</source>
        <translation>與其後的證據 %1 沒有相同內容；其間是否另有內容，圖片未顯示。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages</source>
        <translation>
            <numerusform>在匯入的訊息中找到 %n 項</numerusform>
        </translation>
    </message>
</context>
</TS>
