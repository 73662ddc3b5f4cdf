"""Which letters there are."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    COMPLAINT = "complaint"
    DATA_ACCESS = "data_access"
    DATA_CORRECTION = "data_correction"
    DATA_DELETION = "data_deletion"
    STOP_CONTACT = "stop_contact"
    WRITTEN_CONFIRMATION = "written_confirmation"
