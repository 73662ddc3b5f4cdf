"""What people and agents in Hong Kong and Taiwan write; slots and promises as in `hans`."""

COMMON_PROMISES = (
    "{您的申訴我們已經受理，<within>會有專員與您聯絡。}",
    "{我們會在<within>查明原因並回覆您。}",
    "{退款<amt>將於<wd>退回您原本的付款帳戶。}",
    "案件編號是<ticket>。{<by>會通知您處理結果。}",
    "{<tom>主管會親自致電給您。}",
    "很抱歉造成您的困擾。{這筆<fee>手續費我們會全數退還。}",
    "{我們承諾不會再聯絡您的家人。}",
    "{提現失敗的款項會在<hrs>退回您的錢包。}",
    "{您的資料審核預計<wd>完成。}",
    "{稍後查到結果會立即通知您。}",
    "{重複扣款的<amt>已通知財務，<by>退還給您。}",
    "您好，已查到您的訂單<order>。{款項<amt>將於<wd>退回，請留意通知。}如有疑問請來電<hot>。",
    "您好：\n您的案件編號為<ticket>。\n{我們會在<within>以電話回覆您。}\n感謝您的耐心等候。",
    "{<aft>會有專人回電給您。}",
    "{我們已加急處理，<soon>回覆您。}",
    "{本公司將於<date_on>前以書面回覆。}",
)

COMMON_LOOKALIKES = (
    "若超過5個工作天仍未收到，請向發卡銀行查詢。",
    "請您於今日下午6時前繳清<amt>。",
    "如仍未還款，本公司將交由律師處理。",
    "您可以在7天內提出異議。",
    "昨天同事已經致電給您。",
    "退款已於上星期退回您的信用卡。",
    "請問您是希望我們明天回電嗎？",
    "首次借款免手續費，最高可借<cap>！",
    "您需要先補交身分證明文件。",
    "系統顯示您在<date_past>申請了這筆貸款。",
    "如不滿意處理結果，可致電<hot>。",
)

COMMON_INTRODUCTIONS = (
    "您好，客服專員工號<id>為您服務。",
    "您好，我是客服<idn>，請問有什麼可以幫到您？",
    "您好，這裡是<brand>，我的員工編號是<id>。",
    "您好，我是專員（工號：<id>），請問怎麼稱呼您？",
    "已為您轉接，專員編號<id>，請稍候。",
    "您好，工號<id>很高興為您服務。",
    "您好，我是<idn>號客服人員，請說。",
)

COMMON_FILLERS = (
    "請提供您的登記電話號碼。",
    "請稍候，正在查詢。",
    "不好意思讓您久等了。",
    "請問是哪一天扣款的？",
    "查到了，金額是<amt>。",
    "您的訂單編號是<order>，對嗎？",
    "合約編號為<contract>。",
    "請問還有其他問題嗎？",
    "客服專線<hot>，服務時間09:00-18:00。",
    "目前線上人數較多，您前面還有6位。",
    "人工客服請按0，帳單查詢請按2。",
    "客服中心已服務超過3000位客戶。",
)

COMMON_USERS = (
    "我沒有申請過貸款，為什麼帳戶多了<amt>？",
    "你們今天一定要給我答覆。",
    "上次工號<other>的專員說3天內退款，到現在都沒有。",
    "請問什麼時候可以退款？",
    "我明天會去消費者委員會投訴。",
    "可以今天處理好嗎？",
    "訂單編號<order>，麻煩查一下。",
    "我的電話是<mob>。",
    "你們答應過24小時內回電，根本沒有人打來。",
    "我要求5個工作天內書面回覆。",
    "扣了我<fee>，我沒有同意過。",
    "案件編號<ticket>，現在進度如何？",
    "錢包提現<amt>一直失敗。",
    "剛才客服<othern>說的跟你說的不一樣。",
    "如果明天還沒退，我會報警處理。",
)

COMMON_USER_FILLERS = ("請問有人嗎？", "好的", "收到", "謝謝", "是的", "還在嗎？", "不是", "了解")

# English in Hong Kong chats.
ENGLISH_PROMISES = (
    "{We will reply to you <en_within>.}",
    "Sorry for the inconvenience. {The refund of <amt> will be credited to your account <en_within>.}",
    "{Our case officer will call you back <en_by>.}",
    "{We will update you <en_by>.}",
)
ENGLISH_REST = (
    "Hi, this is Agent <id>, how may I help you?",
    "Your case number is <ticket>.",
    "If you do not receive it within 5 working days, please check with your bank.",
    "May I have your order number please?",
)
ENGLISH_USERS = (
    "I never applied for this loan.",
    "You said I would get the refund within 3 days.",
    "When will I get my money back?",
    "Please reply to me by Friday.",
)

SMS = (
    "【<brand>】您的帳戶尚欠<amt>，請於<date_plain>前繳款。",
    "【<brand>】您的申訴已收到，案件編號<ticket>。{我們將於<wd>與您聯絡。}",
    "【<brand>】驗證碼<code>，10分鐘內有效，請勿告訴他人。",
    "【<brand>】若未於今日繳清<amt>，本公司將採取法律行動。查詢電話<hot>。",
    "【<brand>】您已於<date_past>成功還款<amt>，謝謝。",
    "【<brand>】您的退款申請已核准。{退款<amt>預計<wd>退回您的帳戶。}",
    "【<brand>】限時優惠，低息貸款最高<cap>，回覆TD取消訂閱",
)
