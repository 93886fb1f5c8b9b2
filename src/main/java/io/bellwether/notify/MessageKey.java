package io.bellwether.notify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The idempotency key of a message: the same for the same news to the same mailbox, whoever sends it and how often. */
final class MessageKey {

    private MessageKey() {}

    /** @param groups what is told again when there is no news */
    static UUID of(long mailbox, List<Intent> news, List<Looked> groups) {
        if (news.size() == 1) {
            return news.getFirst().id();
        }
        Stream<String> parts = news.isEmpty()
                ? groups.stream().map(MessageKey::again)
                : news.stream().map(intent -> intent.id().toString());
        String content = parts.sorted().collect(Collectors.joining("\n", mailbox + "\n", ""));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String again(Looked looked) {
        return looked.group().id() + " after "
                + Objects.requireNonNull(looked.group().told()).at();
    }
}
