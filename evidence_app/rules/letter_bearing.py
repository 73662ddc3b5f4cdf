"""Which messages bear on a complaint: what is asked, promised, refused, threatened or paid, no courtesies. Pure.

It is only about what a letter tells by itself: the chronology has all, and whoever writes can add any of them.
"""

import re

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening

_CLAUSE = re.compile(r"[^，。,.!！?？;；:：…~～、\s]+")

_POLITE = (
    r"好|好[的吧啊呀嘞]|嗯+|哦+|噢+|行|行[的吧]|可以|收到|收到了|明白|明白了|了解|知道了|没事|没关系|"
    r"不客气|不用谢|抱歉|对不起|不好意思|谢谢.{0,8}|多谢.{0,8}|感谢.{0,16}|辛苦.{0,4}|麻烦[您你]?了?|"
    r"(?:客服|亲|.{0,3}(?:先生|女士|小姐))?[您你]好[啊呀吗]?|[您你]们好|大家好|亲|亲爱的|尊敬的.{0,6}|哈喽|哈罗|喂|在的?|"
    r"请?问?(?:在[吗么嘛])+|在不在|(?:请问)?有人在?[吗么嘛]|"
    r"早|早安|午安|晚安|(?:早上|上午|中午|下午|晚上)好[啊呀]?|再见|拜拜|"
    r"(?:请|麻烦)?[您你]?稍[等候后].{0,4}|请?[您你]?(?:请)?耐心等[待候]?.{0,4}|请?[您你]?放心|"
    r"请?[您你]?理解|祝[您你].{0,12}|"
    r"(?:请|希望)?(?:[您你]们?)?(?:一定)?(?:能|要)?(?:说到做到|说话算[数话]|言而有信)|"
    r"我?(?:就?等着?|期待)(?:[您你]们?)?的?(?:好?消息|回[复覆音]|答[复覆])?|"
    r".{0,24}(?:竭诚|很?高兴)?为[您你]服务|正在为[您你](?:查询|核实|查看|处理)中?|"
    r"请问(?:有|还有)什么.{0,4}(?:帮|协助|服务).{0,6}|请问.{0,4}怎么称呼[您你]?|ok(?:ay)?|yes|hi|hello|"
    r"thanks?|thank|you|sorry|please|wait|a|moment|one|noted|bye|dear|customer|sir|madam|good|morning|afternoon|evening|there"
)

_COURTESY = re.compile(f"(?:{_POLITE})", re.IGNORECASE)
"""A clause that is only polite, in simplified characters."""

_REFUSED = (
    r"拒|不予|不能|不得|无法|不便|不同意|不支持|不可|不会|不退|不给|不批|不认|不是|不属|不符|没法|没有?办|"
    r"无关|没有?时限|没有?义务|"
    r"[没未无](?:有|经|曾|再)?(?:任何)?(?:借|贷|申请|授权|同意|签|收|到账|解|退|答|回|处理|违规|逾期|欠|通知|告)"
)
_ASKED = (
    r"要求|请求|请(?:[你您]们?|贵|给|退|提供|停|删|出示|说明|解释|尽快|立即|马上|于|在)|退[还款回钱]|返还|"
    r"归还|赔|补偿|解冻|解除|解封|提现|取现|提不|注销|删除|更正|停止|不要再|别再|书面|证[据明]|凭证|合同|"
    r"协议|录音|工单|受理|投诉|举报|报警|报案|立案|监管|律师|起诉|诉讼|仲裁|法院|法务|为什么|为何|凭什么|"
    r"什么时候|何时|怎么(?:还|会|没)|多久"
)
_SUFFERED = (
    r"冻结|限制|风控|风险|审核|复核|封停|封号|封禁|异常|被盗|盗刷|骗|冒[用充]|扣[款费了除]|多扣|乱扣|"
    r"转[账给]|打款|付款|支付|放款|到账|充值|余额|利[息率]|费|保证金|还[款清钱]|结清|逾期|欠|借款|贷|分期|"
    r"征信|验证码|密码|登录|银行卡|帐户|账户|帐号|账号"
)
_THREATENED = (
    r"上门|单位|公司|家[人属里]|亲[属友戚]|父母|爸|妈|朋友|同事|领导|通讯录|联系人|曝光|后果|威胁|催|外访|走访|"
    r"村委|居委|派出所|公安|警|拘留|坐牢|刑|老赖|黑名单|查封|小心|脸|[死滚操贱骂]|垃圾|畜生|混蛋"
)
_PROMISED = (
    r"承诺|保证|答应|之前|以前|工作日|小时[内后]|天[内后]|今[天日]|明[天日]|[日号]前|尽快|回[电复覆]|答[复覆]|处理|登记|"
    r"反馈|提交|核[实查]|调查|升级|跟进|通知|告知|致电|再次?联系"
)
_MONEY = r"\d[\d,]*(?:\.\d+)?\s*(?:万|元|块|圆|usd|cny|rmb|twd|hkd)|[¥￥$€£]\s*\d"
_ENGLISH = (
    r"\b(?:refus|cannot|can't|can not|unable|won't|will not|not able|denied|deny|reject|refund|return|pa(?:y|id)|"
    r"charge|fee|loan|debt|ow(?:e|ing)|overdue|repa(?:y|id)|interest|contract|agreement|evidence|proof|"
    r"writ(?:e|ing|ten)|complain|report|police|lawyer|legal|court|sue|threat|fr(?:ee|o)ze|unfreeze|withdraw|balance|"
    r"account|block|suspen|restrict|review|risk|verif|fraud|scam|stolen|unauthori|authori|appl(?:y|ied)|promis|"
    r"guarantee|within|deadline|days?\b|hours?\b|employer|family|contacts\b|stop|delete|data\b|why|when|how long|"
    r"ticket|case\b|consequence|today|tomorrow|call you|get back)"
)
_BEARS = re.compile("|".join((_REFUSED, _ASKED, _SUFFERED, _THREATENED, _PROMISED, _MONEY, _ENGLISH)))
"""Words by which something bears on a complaint, in simplified characters and small letters."""

_PICTURES = re.compile("[\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
"""The little pictures that stand behind greetings."""

LONGEST_COURTESY = 80
"""Characters of a message up to which it may be nothing but polite."""

_OTHER_LETTERS = re.compile(r"[^\W\d_\u3400-\u9fffa-z]")
"""Letters of languages whose words are not known here."""


def is_courtesy(each: Happening) -> bool:
    """Tell whether a message is a greeting or thanks and nothing else."""
    if each.kind is not EventKind.MESSAGE or each.promise or each.amount is not None or each.reference:
        return False
    words = each.words
    if len(words) > LONGEST_COURTESY:
        return False
    clauses = _CLAUSE.finditer(_PICTURES.sub("", simplified(words).casefold()))
    first = next(clauses, None)
    return first is not None and all(_COURTESY.fullmatch(clause[0]) for clause in (first, *clauses))


def bears_on_it(each: Happening) -> bool:
    """Tell whether a message says more than what is polite; of words in other languages nobody can tell."""
    if each.kind is not EventKind.MESSAGE or each.promise or each.amount is not None or each.reference:
        return True
    words = simplified(each.words).casefold()
    if _OTHER_LETTERS.search(words):
        return True
    said = " ".join(clause for clause in _CLAUSE.findall(words) if not _COURTESY.fullmatch(clause))
    asks = each.direction is Direction.OUT and bool(said) and ("?" in words or "？" in words)
    return asks or _BEARS.search(said) is not None
