package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.HostileTexts;
import io.bellwether.alert.AlertTransition;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Whatever a vendor is called, says or writes on its status page: it arrives as text, in bounds, through every channel. */
@QuarkusTest
class HostileTextTest {

    /** Control characters, formats such as the direction of writing, and halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");
    /** Ours: it keeps a mention from being one. */
    private static final Pattern GUARD = Pattern.compile("(?<=[@<])\u200b");

    private static final Pattern OUR_SLACK_MARKUP = Pattern.compile(
            "<http://[^<>|]+/alerts/[0-9a-f-]{36}\\|Open in Bellwether>|<!date\\^\\d+\\^[^<>|]+\\|[-0-9: ]+ UTC>");
    private static final Pattern SLACK_ESCAPE = Pattern.compile("&(?:amp|lt|gt);");

    private final ChannelKinds kinds;
    private final Composer composer;
    private final Json json;

    HostileTextTest(ChannelKinds kinds, Composer composer, Json json) {
        this.kinds = kinds;
        this.composer = composer;
        this.json = json;
    }

    @Test
    void nothingUnseenArrivesAnywhere() {
        for (String hostile : HostileTexts.all()) {
            for (Happening happening : List.of(Happening.FIRING, Happening.RESOLVED)) {
                shown(message(hostile, happening, 3))
                        .forEach((kind, sent) -> strings(sent)
                                .forEach(text -> assertThat(UNSEEN.matcher(
                                                        GUARD.matcher(text).replaceAll(""))
                                                .find())
                                        .as("%s: %s", kind, begin(text))
                                        .isFalse()));
            }
        }
    }

    @Test
    void slackGetsNoMarkupButOursAndNoMoreThanItTakes() {
        for (Message message : messages()) {
            Map<String, Object> sent = map(shown(message, "slack"));
            List<Map<String, Object>> blocks = blocks(sent);
            List<String> texts = strings(blocks).toList();

            assertThat(strings(sent)).allSatisfy(text -> {
                String left = OUR_SLACK_MARKUP.matcher(text).replaceAll("");
                assertThat(SLACK_ESCAPE.matcher(left).replaceAll("")).doesNotContain("<", ">", "&");
                assertThat(left).doesNotContainPattern("(?i)@(channel|here|everyone)");
            });
            assertThat(blocks).hasSizeLessThanOrEqualTo(50);
            assertThat(blocks)
                    .allSatisfy(block -> assertThat(strings(block.getOrDefault("text", "")))
                            .allSatisfy(text -> assertThat(text)
                                    .hasSizeLessThanOrEqualTo("header".equals(block.get("type")) ? 150 : 3000)));
            assertThat(texts.stream().mapToInt(String::length).sum()
                            + String.valueOf(sent.get("text")).length())
                    .isLessThan(13_000);
        }
    }

    @Test
    void aMailHasOneLineOfSubjectAndNothingThatRunsOrLeadsAway() {
        for (Message message : messages()) {
            Map<String, Object> sent = map(shown(message, "email"));
            Document html = Jsoup.parse(String.valueOf(sent.get("html")));

            assertThat(String.valueOf(sent.get("subject")))
                    .hasSizeBetween(1, 200)
                    .doesNotContain("\n", "\r");
            assertThat(html.select("script, img, iframe, object, form, input, base, link"))
                    .isEmpty();
            assertThat(html.select("style")).hasSize(1);
            assertThat(html.select("a")).hasSize(1);
            assertThat(html.select("table")).hasSize(2);
            assertThat(html.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            assertThat(String.valueOf(sent.get("text"))).hasSizeLessThan(20_000);
        }
    }

    @Test
    void aTeamsCardMentionsNobodyAndFits() {
        for (Message message : messages()) {
            Object sent = shown(message, "teams");

            assertThat(json.write(sent).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28_000);
            assertThat(strings(sent))
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainPattern("(?i)</?at")
                            .doesNotContainPattern("(?<!\\\\)\\]\\("));
        }
    }

    @Test
    void incidentToolsGetWhatTheyTake() {
        for (Message message : messages()) {
            Map<String, Object> pagerDuty = map(shown(message, "pagerduty"));
            Map<String, Object> opsgenie = map(shown(message, "opsgenie"));

            assertThat(String.valueOf(map(pagerDuty.get("payload")).get("summary")))
                    .hasSizeBetween(1, 1024)
                    .doesNotContain("\n");
            assertThat(json.write(pagerDuty).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512_000);
            if (!message.over()) {
                assertThat(String.valueOf(opsgenie.get("message")))
                        .hasSizeBetween(1, 130)
                        .doesNotContain("\n");
                assertThat(String.valueOf(opsgenie.get("description"))).hasSizeLessThanOrEqualTo(15_000);
                assertThat(strings(opsgenie.get("tags"))).allMatch(tag -> tag.length() <= 50);
            } else {
                assertThat(String.valueOf(opsgenie.get("note"))).hasSizeLessThanOrEqualTo(25_000);
            }
        }
    }

    @Test
    void aWebhooksBodyIsBounded() {
        for (Message message : messages()) {
            assertThat(json.write(shown(message, "webhook"))).hasSizeLessThan(1_500_000);
        }
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (String hostile : HostileTexts.all()) {
            messages.add(message(hostile, Happening.FIRING, 1));
            messages.add(message(hostile, Happening.RESOLVED, 25));
        }
        return messages;
    }

    private Message message(String hostile, Happening happening, int alerts) {
        Map<String, Object> facts = Map.of(
                "vendorName", hostile,
                "reason", hostile,
                "statusPageSays", hostile,
                "labels", Map.of("title", hostile),
                "drivers", Collections.nCopies(150, Map.of("it", hostile)));
        AlertTransition transition = new AlertTransition(
                Ids.next(),
                1,
                happening.name(),
                Ids.next(),
                "vendor-down",
                Severity.CRITICAL,
                Instant.parse("2026-11-22T10:00:00Z"),
                Map.of(),
                facts,
                new Voices("IT: " + hostile, "Business: " + hostile));
        Message one = composer.example(transition, happening, hostile, Audience.BOTH);
        return new Message(
                one.id(), Audience.BOTH, one.zone(), "first", Collections.nCopies(alerts, one.lead()), 7, false);
    }

    /** As it would travel by each kind of channel. */
    private Map<String, Object> shown(Message message) {
        return json.read(json.write(kinds.shown(message, null)), new TypeReference<>() {});
    }

    private Object shown(Message message, String kind) {
        return json.map(json.write(kinds.shown(message, kind))).get(kind);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The blocks themselves and those within attachments. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> blocks(Map<String, Object> slack) {
        List<Map<String, Object>> blocks = new ArrayList<>((List<Map<String, Object>>) slack.get("blocks"));
        ((List<Map<String, Object>>) slack.getOrDefault("attachments", List.of()))
                .forEach(attachment -> blocks.addAll((List<Map<String, Object>>) attachment.get("blocks")));
        return blocks;
    }

    private static Stream<String> strings(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case List<?> list -> list.stream().flatMap(HostileTextTest::strings);
            case Map<?, ?> map ->
                Stream.concat(map.keySet().stream(), map.values().stream()).flatMap(HostileTextTest::strings);
            case null, default -> Stream.empty();
        };
    }

    private static String begin(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
