"""The API's documentation without a network: Swagger UI from the package that bundles it."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from swagger_ui_bundle import swagger_ui_path


def add_docs(app: FastAPI) -> None:
    """Serve the documentation at ``/docs`` from files of this machine."""
    app.mount("/docs/static", StaticFiles(directory=Path(swagger_ui_path)), name="docs-static")

    @app.get("/docs", include_in_schema=False, response_class=HTMLResponse)
    def docs() -> HTMLResponse:
        """Return the page that explains and tries the API."""
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=f"{app.title}: API",
            swagger_js_url="/docs/static/swagger-ui-bundle.js",
            swagger_css_url="/docs/static/swagger-ui.css",
            swagger_favicon_url="/docs/static/favicon-32x32.png",
        )
