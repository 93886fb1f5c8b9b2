package io.bellwether.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The opaque text that says where a list goes on: the sort key of the last item, whatever it consists of.
 *
 * <p>Pages cut by key neither skip nor repeat an item when others come and go between two requests.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    private Cursor() {}

    public static String of(Object... key) {
        String text = String.join(
                SEPARATOR, List.of(key).stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of the key, or none at the start of the list.
     *
     * @throws Problem 400 when it is not a cursor of this many parts
     */
    public static List<String> parts(@Nullable String after, int count) {
        if (after == null) {
            return List.of();
        }
        List<String> parts = List.of(text(after).split(SEPARATOR, -1));
        if (parts.size() != count) {
            throw broken();
        }
        return parts;
    }

    /**
     * The id of a list of the newest first that goes on below it; above all at the start of the list.
     *
     * @throws Problem 400 when it is not a cursor of one id
     */
    public static UUID below(@Nullable String after) {
        List<String> parts = parts(after, 1);
        try {
            return parts.isEmpty() ? ABOVE_ALL : UUID.fromString(parts.getFirst());
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    /** For reading a part that has a form of its own: a failure to parse it is the cursor's. */
    public static Problem broken() {
        return Problem.invalid("after", "Is not a cursor of this list; pass 'next' of the page before, unchanged.");
    }

    private static String text(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }
}
