"""What the launcher is called, in three languages, and which kinds of file it takes."""

NAMES = {"": "Juzheng", "zh_CN": "举证", "zh_SG": "举证", "zh_TW": "舉證", "zh_HK": "舉證"}
COMMENTS = {
    "": "Evidence organizer for disputes with lenders and wallets",
    "zh_CN": "整理与贷款机构、钱包之间纠纷的证据",
    "zh_SG": "整理与贷款机构、钱包之间纠纷的证据",
    "zh_TW": "整理與貸款機構、電子錢包之間糾紛的證據",
    "zh_HK": "整理與貸款機構、電子錢包之間糾紛的證據",
}
KINDS = (
    *("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff", "image/heif", "image/avif"),
    *("application/pdf", "application/zip"),
    *("audio/mpeg", "audio/mp4", "audio/x-wav", "audio/ogg", "audio/flac", "audio/aac", "audio/AMR"),
    *("video/mp4", "video/quicktime", "video/x-matroska", "video/webm", "video/3gpp"),
    *("text/plain", "inode/directory"),
)
"""What can be dropped on the icon; anything else is kept too, but systems ask for a list."""
