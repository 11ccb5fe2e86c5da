"""What a reader does on the page: searches, reads the panel, counts."""


def find(tab, words):
    tab.fill("#search", words)
    tab.press("#search", "Enter")


def panel(tab):
    return tab.inner_text("#panel")


def visible(tab):
    """How many nodes the page says it shows."""
    return int(tab.inner_text("#count").split("可见 ")[1].split()[0])


def drawn(tab, label):
    """Where the export puts the label, as a share of the picture: proof that it is drawn."""
    return tab.evaluate(
        "label => [...document.querySelectorAll('#paper text')].some(t => t.textContent === label)", label
    )
