"""Which screens there are: look, region, phone, form, darkness and which end of the talk is seen."""

from dataclasses import dataclass

from benchmarks.truth.heldout_6.devices import ANDROIDS, HUAWEIS, IPHONES, Device

PHONES = {"i": IPHONES, "a": ANDROIDS, "h": HUAWEIS}

CHATS = """
wechat cn h1 clean light bottom
wechat cn h0 clean dark bottom
wechat cn i0 clean light top
wechat cn h2 clean light both transfer
wechat cn a0 clean dark both
wechat cn h3 photo light bottom
wechat cn i3 photo light top
wechat cn h0 long light bottom
wechat cn h0 long dark bottom
wechat cn h4 clean light bottom group
wechat cn i1 clean dark bottom group
wechat cn i2 clean light both transfer
official cn h0 clean light bottom
official cn i0 clean dark top
official cn h2 clean light both
official cn h3 photo light bottom
wecom cn h1 clean light bottom
wecom cn i1 clean light both
wecom cn h0 clean dark bottom
qq cn h0 clean light bottom
qq cn a4 clean dark both
service cn h2 clean light top
service cn i0 clean light bottom
service cn h0 clean dark bottom
service cn h1 photo light both
service cn h0 long light bottom
stamped cn h3 clean light bottom
stamped cn i4 clean light top
stamped cn h1 clean dark both
stamped cn a1 photo light bottom
imessage cn i0 clean light bottom
imessage cn i1 clean dark bottom
imessage cn i3 photo light bottom
huaweisms cn h0 clean light bottom
huaweisms cn h3 clean dark bottom
huaweisms cn h2 photo light bottom
huaweisms cn h0 long light bottom
telegram cn a2 clean light bottom
line tw i0 clean light bottom
line tw i1 clean dark bottom
line tw a0 clean light top
line tw a1 clean light both
line tw i2 clean light bottom group
line tw a3 photo light bottom
line tw i0 photo dark top
line tw a0 long light bottom
line tw a0 long dark bottom
whatsapp hk i0 clean light bottom
whatsapp hk a2 clean dark bottom
whatsapp hk a0 clean light top
whatsapp hk i3 clean light both
whatsapp hk a1 clean light bottom group
whatsapp hk i1 photo light bottom
whatsapp hk a0 long light bottom
telegram tw a3 clean dark bottom
telegram hk i0 clean light both
telegram tw a1 photo light bottom
service tw i0 clean light bottom
service hk a0 clean dark bottom
service tw a4 clean light top
plain tw a1 clean light bottom
plain hk i1 clean light top
plain hk a2 photo dark bottom
stamped tw i0 clean light bottom
stamped hk a0 clean light both
imessage tw i0 clean light bottom
imessage hk i1 clean dark bottom
imessage tw i4 photo light bottom
google tw a1 clean light bottom
google hk a3 clean dark bottom
samsung hk a2 clean light bottom
samsung tw a0 clean dark bottom
samsung hk a3 photo light bottom
"""

TABLES = """
apple_list cn i0 clean light
apple_list tw i1 clean dark
apple_list hk i3 photo light
android_list hk a2 clean light
android_list tw a0 photo light
huawei_list cn h0 clean light
huawei_list cn h3 photo dark
detail cn h1 clean light
detail tw a1 clean dark
detail hk i0 clean light
wallet_list cn h0 clean light
wallet_list cn i0 photo light
wallet_list cn h0 long light
chat_wallet_list cn h2 clean dark
chat_wallet_list cn a0 clean light
island_list tw a1 clean light
island_list hk i1 photo light
island_list tw a0 long dark
bank_list cn h1 clean light
payment cn h0 clean light
payment cn i0 clean dark
payment tw i1 clean light
payment hk a2 photo light
plan cn h3 clean light
plan tw a0 clean light
plan hk i0 clean dark
plan cn h0 long light
failed cn h0 clean light
failed tw a3 clean light
failed hk i3 clean dark
failed cn h4 photo light
logins cn h1 clean light
logins tw a0 clean light
agreement cn h2 clean light
agreement tw i0 clean light
agreement hk a1 photo light
complaint cn h0 clean light
complaint cn i2 clean dark
complaint tw a2 clean light
complaint hk i0 clean light
"""


@dataclass(frozen=True)
class Plan:
    """One screen to be drawn."""

    look: str
    region: str
    device: Device
    form: str
    dark: bool
    part: str
    more: str


def plans(text: str) -> list[Plan]:
    """Return the screens of a list."""
    found = []
    for line in text.strip().splitlines():
        look, region, phone, form, light, *rest = line.split()
        part, more = (rest + ["", ""])[:2]
        device = PHONES[phone[0]][int(phone[1])]
        found.append(Plan(look, region, device, form, light == "dark", part or "bottom", more))
    return found
