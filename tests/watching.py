"""What a browser sees of a page that a hostile contributor wrote a part of."""

from playwright.sync_api import Browser, Page

# Run before anything of the page: whatever the policy stops is a fault too.
LISTEN = """
    window.violations = [];
    document.addEventListener('securitypolicyviolation', event =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""

# Everything on a page that the texts of contributors must not bring about.
INSPECT = """async () => {
    const found = [];
    const all = [...document.querySelectorAll('body *, head, head *')];
    // The site's own search and filters; no text of a contributor gets there. Of its forms only the
    // fields, since what they offer was written by contributors.
    const asks = one => one.matches('form.ask, .ask [id^="_ask-"], .ask button');
    const ours = one => !one.closest('.prose') && (asks(one) || one.closest('.search, '
        + '.page--search, .facets, [data-tools], [data-show], template[id^="_"]'));
    for (const element of all.filter(one => !ours(one))) {
        for (const {name, value} of element.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'name')
                if (element.tagName !== 'META') found.push(`${element.tagName} ${name}=${value}`);
            if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)) {
                const scheme = new URL(value, document.baseURI).protocol;
                if (!['http:', 'https:', 'mailto:', 'webcal:'].includes(scheme)) found.push(value);
            }
        }
    }
    const forbidden = 'form, iframe, object, embed, frameset, base, style, textarea, '
        + 'input, select, video, audio, marquee, noscript, '
        + 'template, meta[http-equiv="refresh"], main math, '
        + 'main svg:not(.strip, .swatch), main button:not(.aid), '
        + 'main script, main link, main meta';
    for (const element of document.querySelectorAll(forbidden))
        if (!ours(element)) found.push(element.outerHTML);
    const told = [...document.head.querySelectorAll('script[type="application/ld+json"]')];
    for (const data of told) JSON.parse(data.textContent);
    for (const script of [...document.scripts].filter(one => !told.includes(one)))
        if (!/[/]assets[/]site[/][a-z/]+[.]js$/.test(script.src)) found.push(script.outerHTML);
    const ids = all.map(element => element.id).filter(id => id);
    for (const id of ids)
        if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`twice: ${id}`);
    for (const element of document.querySelectorAll('.prose [id]'))
        if (element.id.startsWith('_') || !/^H[2-6]$/.test(element.tagName))
            found.push(`id ${element.id}`);
    if (document.getElementById('_content')?.tagName !== 'DIV') found.push('no content');
    scrollTo(0, 0);
    const language = document.querySelector('a[data-language]');
    const {left, top, width, height} = language.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    if (seen !== language) found.push(`over the header: ${seen?.outerHTML}`);
    for (const element of document.querySelectorAll('.prose *')) {
        element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
        element.dispatchEvent(new Event('focus'));
        if (!element.closest('a')) element.click?.();
    }
    await new Promise(resolve => setTimeout(resolve, 0));
    if (window.__pwned !== undefined) found.push('a script ran');
    return [...found, ...violations];
}"""
SKELETON = """() => [...document.head.children, ...document.body.children]
    .map(element => element.tagName)"""


class Watched:
    """A browser page that keeps a record of everything that should not happen."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base = base
        self.seen: list[str] = []
        self.context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.context.add_init_script(LISTEN)
        self.context.on("page", self._opened)
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self._note("dialog"), dialog.dismiss()))
        self.page.on("console", lambda message: self._note(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self._note(f"error: {error}"))
        self.page.on("download", lambda _: self._note("download"))
        self.context.on("request", lambda request: self._asked(request.url))

    def look(self, address: str) -> list[str]:
        """What is wrong with a page, and what happened while it was open."""
        self.seen.clear()
        self.page.goto(self.base + address, wait_until="load")
        found = list(self.page.evaluate(INSPECT))
        if self.page.url != self.base + address:
            found.append(f"led to {self.page.url}")
        return [*found, *self.seen]

    def skeleton(self) -> list[str]:
        """The elements right inside of head and body, by name."""
        return list(self.page.evaluate(SKELETON))

    def text(self) -> str:
        """What a reader sees of the page's main part."""
        return self.page.inner_text("main")

    def close(self) -> None:
        self.context.close()

    def _opened(self, page: Page) -> None:
        if len(self.context.pages) > 1:
            self._note(f"window: {page.url}")

    def _asked(self, url: str) -> None:
        if not url.startswith(self.base):
            self._note(f"request: {url}")

    def _note(self, event: str) -> None:
        self.seen.append(event)
