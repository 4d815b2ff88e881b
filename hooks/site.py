"""MkDocs adapters: each event calls plain functions of `renaksi` and hands MkDocs the result.

One build makes both languages: pages are added in `on_files`; theme language, words, addresses
and alternates are set for each page in `on_page_context`.
"""

import logging
import os
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from renaksi.assemble import assemble_site
from renaksi.build import find_day
from renaksi.forms import form_pages
from renaksi.images import find_pictures
from renaksi.layout import IMAGES, LANGUAGES, PRIMARY_LANGUAGE
from renaksi.markup import without_indents
from renaksi.narrative import slugify_heading
from renaksi.preview import say
from renaksi.publish import limit
from renaksi.publish.beside import find_feeds
from renaksi.publish.boxes import find_boxes
from renaksi.publish.channels import Channels, find_report
from renaksi.publish.contents import find_contents
from renaksi.publish.edition import edition_rows
from renaksi.publish.edits import edit_url, find_edit
from renaksi.publish.extras import build_extras, manifest_url
from renaksi.publish.glossary import Marker
from renaksi.publish.linked import build_linked
from renaksi.publish.menu import build_menu
from renaksi.publish.paths import form_url, section_url
from renaksi.publish.places import find_places
from renaksi.publish.policy import build_policy
from renaksi.publish.prose_images import lighter
from renaksi.publish.reading import reading_values
from renaksi.publish.redirects import MovedPage, find_former_ids
from renaksi.publish.sanitize import sanitize
from renaksi.publish.scripts import SCRIPT, join_scripts
from renaksi.publish.site import Site
from renaksi.publish.sitemap import list_pages
from renaksi.publish.styles import STYLE_SHEET, join_styles
from renaksi.publish.templates import find_template_problems, locate_failure
from renaksi.publish.words import FOLDER, load_words
from renaksi.report import render_text
from renaksi.revision import RevisionError
from renaksi.validate import has_errors, validate

PROSE = "renaksi.publish.prose"
# Ten times what the worst page took that the bounds let through; for a slow machine the
# environment may say more, and 0 is no limit.
PAGE_SECONDS = 20
ERROR_PAGE = "404.html"
THEME_STYLES = "assets/stylesheets/main."
KEPT_ASSETS = "assets/site/"

state = SimpleNamespace(site=None, pictures={}, page=None, theme=None, serving=False)


def on_startup(*, command: str, dirty: bool) -> None:
    """Remembers whether this is a build or a preview."""
    state.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks everything before MkDocs touches the old site."""
    corpus, problems = validate(Path(config.docs_dir).parent)
    theme = state.theme = theme_folder(config)
    words, word_problems = load_words(theme / FOLDER)
    templates = sorted(path for path in theme.rglob("*") if path.suffix in (".html", ".xml"))
    names = [path.relative_to(theme).as_posix() for path in templates]
    problems = [*problems, *word_problems, *find_template_problems(theme, names)]
    if has_errors(problems):
        say(render_text(problems))
        raise PluginError("Situs tidak dibangun. / The site was not built.")
    # Ours know the places that templates make; MkDocs would call a link to one of them dead.
    config.validation.links.anchors = logging.DEBUG
    state.pictures = find_pictures(Path(config.docs_dir).parent, corpus.paths)
    more = form_pages(words, Channels.of(config))
    site = Site(corpus, words, find_day(), tuple(problems), more=more)
    named = config.site_url or "", config.repo_url or ""
    try:
        site = assemble_site(Path(config.docs_dir).parent, site, *named)
    except RevisionError as error:
        say(f"{error.message.id} / {error.message.en}")
        raise PluginError("Situs tidak dibangun. / The site was not built.") from error
    config.extra["site"] = site
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Takes the site as the other hooks have completed it."""
    state.site = config.extra["site"]


def theme_folder(config: MkDocsConfig) -> Path:
    """Our own theme folder, where the string tables and templates are."""
    return Path(config.theme.custom_dir)


def on_build_error(error: Exception, **_: Any) -> None:
    """Says what went wrong, located and in both languages, where MkDocs would only abort.

    An error that comes from no template is a fault of ours and keeps its traceback.
    """
    limit.stop()
    if isinstance(error, BuildError):
        raise Abort(str(error))
    edits = state.page.edits if state.page else ()
    path = edits[-1].path if edits else None  # where the narrative stands
    problem = limit.explain(error, path)
    if problem is None and state.theme:
        problem = locate_failure(error, state.theme)
    if problem is not None:
        say(render_text([problem]))
        raise Abort("Situs tidak dibangun. / The site was not built.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replaces what MkDocs found by the site's own pages and the few assets they need."""
    assets = [file for file in files if is_kept(file) or is_content_image(file, config)]
    assets.append(File.generated(config, STYLE_SHEET, content=style_sheet(files, config)))
    read = partial(Path.read_text, encoding="utf-8")
    script = join_scripts(lambda name: read(theme_folder(config) / name))
    assets.append(File.generated(config, SCRIPT, content=script))
    for path, picture in state.pictures.items():
        if picture.webp is not None:
            name = lighter(path.removeprefix("content/"))
            assets.append(File.generated(config, name, content=picture.webp))
    pages = []
    for page in state.site.pages:
        level = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.src_uri, content=page.body, inclusion=level)
        file.dest_uri = page.dest_uri
        pages.append(file)
    return Files([*assets, *pages])


def style_sheet(files: Files, config: MkDocsConfig) -> str:
    """Ours on top of what it needs of Material's."""
    # Its name holds a hash that changes with every version of the theme.
    [material] = [
        file.content_string
        for file in files
        if file.src_uri.startswith(THEME_STYLES) and file.src_uri.endswith(".css")
    ]
    folder = theme_folder(config)
    return join_styles(material, lambda name: (folder / name).read_text(encoding="utf-8"))


def is_kept(file: File) -> bool:
    """The assets that our templates ask for, and nothing else of the theme."""
    return file.src_uri.startswith(KEPT_ASSETS)


def is_content_image(file: File, config: MkDocsConfig) -> bool:
    """Images that contributors keep in `content/assets/images/`."""
    path = f"content/{file.src_uri}"
    return file.src_dir == config.docs_dir and path.startswith(IMAGES)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Gives MkDocs nothing to read: it would take first lines such as "Note: x" for data."""
    return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sets what the page is, and gives MkDocs the narrative alone."""
    site_page = state.page = state.site.by_src_uri[page.file.src_uri]
    page.meta = {"title": site_page.title.text, "template": site_page.template}
    marker = Marker(state.site.glossaries[site_page.body_language])
    base = f"{get_relative_url('.', page.url).rstrip('/')}/"
    title = site_page.title.text
    prose = {"marker": marker, "base": base, "title": title, "source": page.file.src_uri}
    config.mdx_configs[PROSE] = {**prose, "pictures": state.pictures}
    slugs = partial(slugify_heading, taken=state.site.anchors(site_page))
    config.mdx_configs["toc"] = {"slugify": slugs}
    limit.start(float(os.environ.get("RENAKSI_PAGE_SECONDS", PAGE_SECONDS)))
    return site_page.body


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lets through only what a narrative may hold."""
    clean = sanitize(html)
    limit.stop()
    return clean


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escapes every value that our own templates print."""
    folder = theme_folder(config)
    env.autoescape = lambda name: name is not None and (folder / name).is_file()
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["without_indents"] = without_indents
    read = partial(Path.read_text, encoding="utf-8")
    named = partial(absolute, config), config.site_name, config.repo_url or ""
    for path, content in build_extras(state.site, lambda name: read(folder / name), *named):
        files.append(File.generated(config, path, content=content))
    for page in state.site.moved:
        files.append(moved_file(env, config, page))
    return env


def moved_file(env: Environment, config: MkDocsConfig, page: MovedPage) -> File:
    """The file at a former address."""
    content = env.get_template("moved.html").render(
        **common_context(config, page.language),
        config=config,
        url=get_relative_url(page.target.url, page.url),
        title=page.target.text,
        canonical=absolute(config, page.target.url),
    )
    return File.generated(config, f"{page.url}index.html", content=content)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """The values of one page, in its language."""
    site_page = state.site.by_src_uri[page.file.src_uri]
    address = partial(absolute, config)
    context.update(common_context(config, site_page.language))
    context.update(reading_values(state.site, site_page, address, config.site_name))
    context.update(
        site_page=site_page,
        feeds=find_feeds(site_page),
        view=site_page.view(),
        menu=build_menu(state.site.words[site_page.language], site_page.section),
        edit_url=partial(edit_url, config.repo_url, config.edit_uri),
        find_edit=partial(find_edit, state.site.corpus),
        find_contents=find_contents,
        find_boxes=find_boxes,
        find_report=partial(find_report, context["channels"], context["words"], site_page),
        edition=partial(edition_rows, state.site.edition, state.site.desk(site_page.language)),
        alternates=[
            {"language": other.language, "url": other.url, "absolute": absolute(config, other.url)}
            for other in state.site.alternates(site_page)
        ],
        canonical=absolute(config, site_page.url),
        data_address=absolute(config, ""),
        linked=build_linked(state.site, site_page, address, config.site_name),
        section_url=section_url(state.site.words[site_page.language], site_page.section),
    )
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The values of the 404 pages and of the sitemap."""
    language = template_name.split("/", maxsplit=1)[0] if "/" in template_name else PRIMARY_LANGUAGE
    context.update(common_context(config, language))
    context.update(
        page=None,
        menu=build_menu(state.site.words[language], ""),
        tables=[state.site.words[code] for code in sorted(LANGUAGES, key=language.__ne__)],
        section_url=section_url,
        sitemap=partial(list_pages, state.site, partial(absolute, config)),
    )
    if template_name.endswith(ERROR_PAGE):
        context["base_url"] = urlsplit(config.site_url or "/").path.rstrip("/") or "/"
        context["alternates"] = [
            {"language": code, "url": section_url(state.site.words[code], "home") + ERROR_PAGE}
            for code in LANGUAGES
        ]
    return context


def common_context(config: MkDocsConfig, language: str) -> dict[str, Any]:
    """What every page and template of a language needs; also tells the theme the language."""
    words = state.site.words[language]
    config.theme["language"] = language
    return {
        "language": language,
        "words": words,
        "t": words.t,
        **{f"{name}_url": section_url(words, name) for name in ("home", "search")},
        "tagline": state.site.by_name["home", language].title.text,
        "marker": Marker(state.site.glossaries[language]),
        "find_places": find_places,
        "former_ids": partial(find_former_ids, state.site.corpus),
        "manifest": manifest_url(language),
        "channels": Channels.of(config),
        "form_url": partial(form_url, words),
        "policy": build_policy(serving=state.serving),
    }


def absolute(config: MkDocsConfig, url: str) -> str:
    """The full address of a path relative to the site's root."""
    return f"{config.site_url or ''}{url}"
