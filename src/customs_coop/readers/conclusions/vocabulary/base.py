"""What a vocabulary of conclusions holds, as pieces of regular expressions."""

import attrs

__all__ = ["LanguageWords", "VerbWords"]


@attrs.frozen(kw_only=True)
class VerbWords:
    """The verbs of one language by which a body concludes something, read in any case.

    Args:
        requests: Verbs that ask somebody.
        tasks: Verbs that charge somebody.
        commitments: Verbs by which those who speak bind themselves.
        findings: Verbs that only note, recall or stress.
    """

    requests: str
    tasks: str
    commitments: str
    findings: str


@attrs.frozen(kw_only=True)
class LanguageWords:
    """The words of one language other than English around the verbs of conclusions.

    Each but `common` is a piece of a regular expression without named groups, read in any case.

    Args:
        verbs: The verbs.
        common: Words that tell the language of a sentence, with blanks between them.
        opens: The words with which a preamble names the Council.
        titles: Titles of conclusions of the Council.
        subject: Those who speak, before or behind the verb.
        adverbs: Words between them and the verb, or behind it.
        to: What stands before an addressee besides its article.
        article: The article of an addressee.
        glue: Words between two addressees.
        asides: Words between them that name nobody.
        end: Where the addressees end and what is asked begins.
        list_follows: The end of words that go on in the items below them.
        commits: Words behind a verb of commitment that bind those who speak to do something.
    """

    verbs: VerbWords
    common: str
    opens: str
    titles: str
    subject: str
    adverbs: str
    to: str
    article: str
    glue: str
    asides: str
    end: str
    list_follows: str
    commits: str
