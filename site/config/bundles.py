"""What the one stylesheet, the one script and the font are made of; see :mod:`core.bundles`."""

STATIC_BUNDLES = {
    # Each file declares its own layer; tokens.css gives the layers' order.
    "css/site.css": [
        "css/tokens.css",
        "css/base.css",
        "css/layout.css",
        "css/components/shell.css",
        "css/components/footer.css",
        "css/components/page.css",
        "css/components/lists.css",
        "css/components/controls.css",
        "css/components/prose.css",
        "css/components/blocks.css",
        "css/front.css",
        "css/feedback.css",
        "css/pages.css",
        "css/editions.css",
        "css/resolutions.css",
        "css/followup/pages.css",
        "css/contests.css",
        "css/listings.css",
        "css/social/pages.css",
        "css/search.css",
        "css/geo/map.css",
        "css/lowvision.css",
        "css/print.css",
    ],
    "js/site.js": [
        "js/enhance.js",
        "js/typeahead.js",
        "js/find-me.js",
        "js/print-button.js",
    ],
    "fonts/manrope.woff2": ["fonts/Manrope-VariableFont_wght.ttf"],
}
