"""The local store of drafts: SQLite files, migrations, backups. The only user of sqlite_utils."""
