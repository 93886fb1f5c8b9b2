package io.bellwether.notify.email;

import io.bellwether.notify.Letters;
import io.bellwether.notify.Message;
import java.util.Map;

/**
 * The headers by which a mail program offers to unsubscribe with one click.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
final class OneClick {

    private OneClick() {}

    /** None for a mail that nobody has subscribed to. */
    static Map<String, String> headers(Message message) {
        return Letters.unsubscribe(message)
                .map(link -> Map.of(
                        "List-Unsubscribe", "<" + link + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
                .orElse(Map.of());
    }
}
