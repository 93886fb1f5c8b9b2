package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultsTest {

    enum Colour {
        RED,
        GREEN
    }

    record Part(int size) {
        Part {
            if (size < 0) {
                throw new IllegalArgumentException("A size is never negative.");
            }
        }
    }

    record Body(
            String name,
            int count,
            boolean active,
            Colour colour,
            Duration every,
            Instant from,
            LocalDate day,
            UUID id,
            List<Part> parts,
            List<String> tags) {}

    private final ObjectMapper mapper = strict();

    @Test
    void anUnknownFieldIsAnsweredWithTheKnownOnes() {
        assertThat(fault("{\"nmae\":\"x\"}").errors())
                .containsExactly(new Problem.FieldError(
                        "/nmae",
                        "Unknown field; known are active, colour, count, day, every, from, id, name, parts, tags."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":5}                | /name          | '5' is not a string.
            {"name":true}             | /name          | 'true' is not a string.
            {"name":["x"]}            | /name          | Must be a string.
            {"count":"5"}             | /count         | Must be a whole number.
            {"count":1.5}             | /count         | '1.5' is not a whole number.
            {"active":"yes"}          | /active        | Must be true or false.
            {"colour":"BLUE"}         | /colour        | 'BLUE' is not one of RED, GREEN.
            {"colour":1}              | /colour        | '1' is not one of RED, GREEN.
            {"every":60}              | /every         | Must be an ISO-8601 duration such as PT60S.
            {"every":"60s"}           | /every         | '60s' is not an ISO-8601 duration such as PT60S.
            {"from":1700000000}       | /from          | Must be an RFC 3339 instant such as 2026-11-22T10:00:00Z.
            {"from":"yesterday"}      | /from          | 'yesterday' is not an RFC 3339 instant such as 2026-11-22T10:00:00Z.
            {"day":"22.11.2026"}      | /day           | '22.11.2026' is not a date such as 2026-11-22.
            {"id":"x"}                | /id            | 'x' is not a UUID.
            {"parts":[{"size":-1}]}   | /parts/0       | A size is never negative.
            {"parts":{}}              | /parts         | Must be an array.
            {"parts":[{},{"size":{}}]} | /parts/1/size | Must be a whole number.
            {"tags":[1]}              | /tags/0        | '1' is not a string.
            """)
    void aWrongTypeIsNamedWithWhatIsWanted(String body, String pointer, String detail) {
        assertThat(fault(body).errors()).containsExactly(new Problem.FieldError(pointer, detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": ", "{name:1}", "{\"name\":\"x\"} more", "{\"name\":\"x\",}", "nonsense"})
    void malformedJsonIsPlaced(String body) {
        Problem problem = fault(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).matches("The body is not valid JSON at line 1, column \\d+\\.");
    }

    @Test
    void aTimeMayHaveAnyOffset() throws Exception {
        Body body = mapper.readValue(
                "{\"count\":1,\"active\":true,\"from\":\"2026-11-22T10:00:00+01:00\",\"every\":\"PT90S\"}", Body.class);

        assertThat(body.from()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(body.every()).hasSeconds(90);
    }

    @Test
    void pointersStartWhereTheBodyDoes() {
        Throwable fault = catchThrowable(() -> mapper.readValue("{\"count\":\"5\"}", Body.class));

        assertThat(JsonFaults.problem(fault, "/settings").errors().getFirst().pointer())
                .isEqualTo("/settings/count");
    }

    private Problem fault(String body) {
        return JsonFaults.problem(catchThrowable(() -> mapper.readValue(body, Body.class)), "");
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new StrictJson().customize(mapper);
        return mapper;
    }
}
