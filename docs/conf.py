"""How the documentation is built; nothing here asks the network."""

import sys
from pathlib import Path

import customs_coop

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "customs_coop"
author = "The customs_coop authors"
copyright = "The customs_coop authors"
version = release = customs_coop.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "generated",  # docs/_ext/generated.py: pages made from the tables of the library
]

html_theme = "furo"
html_title = f"customs_coop {release}"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]
templates_path: list[str] = []
exclude_patterns = ["_ext"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# Docstrings name things in single backticks, as Markdown does.
default_role = "literal"
napoleon_numpy_docstring = False
napoleon_use_rtype = False
autodoc_default_options = {
    "members": True,
    "member-order": "bysource",
    "no-value": True,
    "special-members": "__getitem__, __contains__",
}
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

nitpicky = True
# What is documented elsewhere and would need the network to be looked up. Our own names must
# all resolve.
nitpick_ignore_regex = [
    # The standard library and the built-in names.
    (r"py:.*", r"(collections|collections\.abc|datetime|decimal|enum|fractions)\.\w+"),
    (r"py:.*", r"(os|pathlib|re|types)\.\w+"),
    (r"py:.*", r"(typing|typing_extensions)\.\w+"),
    (r"py:.*", r"(date|datetime|Decimal|Path|Iterable|Iterator|Callable|Mapping|Sequence)"),
    (r"py:exc", r"(KeyError|LookupError|OSError|TypeError|ValueError)"),
    # What pytest.param gives; pytest has no page for it.
    (r"py:class", r"ParameterSet"),
    # Hypothesis, attrs and networkx have manuals of their own.
    (r"py:.*", r"(hypothesis|attr|attrs|networkx|nx)\.[\w.]+"),
    (r"py:class", r"(Any|Literal|Self|TypeAlias|ClassVar|Final)"),
    # What stands behind an answer and no caller makes.
    (r"py:class", r"customs_coop\.graph\.(holdings\.Holdings|scheduling\.drivers\.Trail)"),
    # A type variable has no description of its own.
    (r"py:class", r"customs_coop\.(references\.extractor\.R|serialization\.records\._Record)"),
]
