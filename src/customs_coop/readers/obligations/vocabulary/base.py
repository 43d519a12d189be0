"""What a vocabulary of duties holds, as pieces of regular expressions."""

import attrs

__all__ = ["DutyWords"]


@attrs.frozen(kw_only=True)
class DutyWords:
    """The words of one language by which somebody has to do or to report something.

    Each is a piece of a regular expression without named groups. Verbs keep their case, for in
    German only the capital tells "berichten" from "Berichten".

    Args:
        reports: Verbs in the present or the future that report, with all that follows them and
            belongs to them; they count only where somebody who can act stands beside them.
        reports_behind: The same where its last words stand further behind.
        charges: Verbs that lay a duty on their subject, up to what it has to do.
        invites: Verbs that only invite their subject.
        to_report: What it has to do, where that is to report, behind these verbs.
        passive: Sentences that ask for a report and need not say of whom.
        denied: Words after the verb that take the duty back.
        suffered: Words that say that something is done to the subject.
        subject: The article before a subject.
        behind: The article of a subject behind its verb; empty where it never stands there.
        recipient: Words before those to whom something is reported, wherever they stand.
        first_recipient: The same right behind the verb or its subject.
        glue: Words between two names.
    """

    reports: str
    reports_behind: tuple[tuple[str, str], ...] = ()
    charges: str
    invites: str
    to_report: str
    passive: str
    denied: str
    suffered: str
    subject: str
    behind: str = ""
    recipient: str
    first_recipient: str = ""
    glue: str
