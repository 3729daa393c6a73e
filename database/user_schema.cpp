// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_schema.h"

namespace rigwright {

namespace {

// Released steps are never edited; a new version appends a step.
const Migration kMigrations[] = {
    {
        // name_key: the name folded for comparison without case, in any script.
        "CREATE TABLE build (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, "
        "saved_utc_ms INTEGER NOT NULL, parts INTEGER NOT NULL, rig TEXT NOT NULL) STRICT",
        "CREATE TABLE build_history (id INTEGER PRIMARY KEY, "
        "build_id INTEGER NOT NULL REFERENCES build (id) ON DELETE CASCADE, "
        "saved_utc_ms INTEGER NOT NULL, rig TEXT NOT NULL) STRICT",
        "CREATE INDEX build_history_build ON build_history (build_id)",
        "CREATE TABLE autosave (instance TEXT NOT NULL, key TEXT NOT NULL, saved_utc_ms INTEGER NOT NULL, "
        "rig TEXT NOT NULL, PRIMARY KEY (instance, key)) STRICT",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    },
    {
        // The user's layer above the catalogue. kind: the name of the row's table.
        "CREATE TABLE own_row (kind TEXT NOT NULL, id TEXT NOT NULL, changed_utc_ms INTEGER NOT NULL, "
        "row TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT",
        "CREATE TABLE own_price (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, row_id TEXT NOT NULL, "
        "usd REAL NOT NULL CHECK (usd >= 0), seen TEXT NOT NULL, condition TEXT NOT NULL, seller TEXT NOT NULL, "
        "link TEXT NOT NULL) STRICT",
        "CREATE TABLE own_mark (kind TEXT NOT NULL, row_id TEXT NOT NULL, favourite INTEGER NOT NULL DEFAULT 0, "
        "note TEXT NOT NULL DEFAULT '', PRIMARY KEY (kind, row_id)) STRICT",
    },
};

constexpr qint32 kApplicationId = 0x52696757; // "RigW"

} // namespace

const Schema &userSchema()
{
    static const Schema schema{kApplicationId, kMigrations};
    return schema;
}

} // namespace rigwright
