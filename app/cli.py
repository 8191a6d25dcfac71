"""The command `milepost`: etl's commands, and `serve`."""

from typing import Annotated

import typer

from etl.cli import Db, app, out, run
from etl.store.database import database_url, open_database


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8050,
    db: Db = None,
) -> None:
    """Show everything in the browser, until Ctrl-C."""
    from app.main import Settings, create_app  # what only a server needs costs other commands a second
    from app.serving import Server, place, prepared, require_free

    require_free(host, port)
    settings = Settings(database=database_url(db))
    open_database(settings.database).dispose()
    said = f"Milepost is at {place(host, port)}  (Ctrl-C ends it)"
    Server(
        lambda: prepared(create_app(settings)),
        (host, port),
        lambda: out.print(said, highlight=False, markup=False, soft_wrap=True),
    ).run()


def main() -> None:
    """Entry of the command line."""
    run(app)


if __name__ == "__main__":
    main()
