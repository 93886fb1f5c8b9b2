package io.bellwether.notify.slack;

import io.bellwether.platform.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A press of a button of ours.
 *
 * @param user Slack's id of who pressed
 * @param action {@link SlackView#ACKNOWLEDGE} or {@link SlackView#SNOOZE}
 * @param alerts of which alerts
 * @param answers where to answer
 */
record Click(String user, String action, List<UUID> alerts, URI answers) {

    private static final String FIELD = "payload=";
    private static final Pattern IDS = Pattern.compile("[0-9a-f-]{36}(,[0-9a-f-]{36})*");

    /** Empty for whatever else Slack may send. */
    static Optional<Click> of(String form, Json json) {
        return Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .flatMap(field -> read(field.substring(FIELD.length()), json));
    }

    private static Optional<Click> read(String encoded, Json json) {
        try {
            Map<String, Object> payload = json.map(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            if (!"block_actions".equals(payload.get("type"))
                    || !(payload.get("user") instanceof Map<?, ?> user)
                    || !(payload.get("actions") instanceof List<?> actions)
                    || !(payload.get("response_url") instanceof String answers)
                    || actions.isEmpty()
                    || !(actions.getFirst() instanceof Map<?, ?> action)) {
                return Optional.empty();
            }
            String name = String.valueOf(action.get("action_id"));
            String value = String.valueOf(action.get("value"));
            if (!List.of(SlackView.ACKNOWLEDGE, SlackView.SNOOZE).contains(name)
                    || !IDS.matcher(value).matches()) {
                return Optional.empty();
            }
            List<UUID> alerts =
                    Arrays.stream(value.split(",", -1)).map(UUID::fromString).toList();
            return Optional.of(new Click(String.valueOf(user.get("id")), name, alerts, URI.create(answers)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
