package io.bellwether.notify;

import java.util.List;

/** What a look for something to send asks of the database, word for word. */
public final class ClaimSql {

    private ClaimSql() {}

    /** In this order. */
    public static List<String> statements(long group) {
        return List.of(
                Intents.BURY.replace(":most", String.valueOf(Claims.MOST_ATTEMPTS)),
                Mailboxes.DUE.replace(":busy", "'{}'::uuid[]"),
                Intents.WAITING.replace(":group", String.valueOf(group)));
    }
}
