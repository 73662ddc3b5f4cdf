"""A large export, written for measuring: a backup of a million messages."""

from pathlib import Path

TEXTS = (
    "【速融宝】尊敬的用户，您的借款已逾期{0}天，请立即还款{1}.00元，否则将上报征信。退订回T&#55357;&#56846;",
    "您好，您的验证码是{0:06d}，{1}分钟内有效，请勿泄露。",
    "Dear customer, your ticket {0} has been closed. Reply {1} to reopen it.",
    "客服工号80231：请问您还需要其他帮助吗？编号{0}-{1}，如有疑问请致电95555。",
)
NUMBERS = (*(f"1069{number * 7919 % 9_999_999:07}" for number in range(40)), "95555", "95588")
FIRST_MS = 1_577_836_800_000  # the first of January 2020

SMS = (
    '  <sms protocol="0" address="{address}" date="{date}" type="{type}" subject="null" body="{body}" toa="null" '
    'sc_toa="null" service_center="+8613800100500" read="1" status="-1" locked="0" date_sent="{sent}" sub_id="1" '
    'readable_date="2025年2月1日 08:00:{second:02}" contact_name="{name}" />\n'
)


def write_messages(path: Path, count: int) -> None:
    """Write a backup as SMS Backup & Restore does: some 400 bytes for each message."""
    with path.open("w", encoding="utf-8") as file:
        file.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
        file.write(f'<smses count="{count}" backup_set="x" backup_date="1740000000000" type="full">\n')
        for number in range(count):
            date = FIRST_MS + number * 157_000
            file.write(
                SMS.format(
                    address=NUMBERS[number * 31 % len(NUMBERS)],
                    date=date,
                    type=2 if number % 5 == 0 else 1,
                    body=TEXTS[number % len(TEXTS)].format(number, number % 997),
                    sent=date - 1500,
                    second=number % 60,
                    name="(Unknown)" if number % 3 else "速融宝",
                )
            )
        file.write("</smses>\n")
