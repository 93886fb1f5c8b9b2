package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.platform.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReviewSignOffTest {

    private final RecordedQuarter quarter;
    private final Jdbi jdbi;
    private final Json json;

    private ReviewCalls reviews;

    ReviewSignOffTest(RecordedQuarter quarter, Jdbi jdbi, Json json) {
        this.quarter = quarter;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    void recordAQuarter() {
        reviews = ReviewCalls.ofNewVendor();
        quarter.record(reviews.slug());
    }

    @Test
    void isFrozenWhenBothLensesHaveSigned() throws Exception {
        String id = reviews.draft();

        reviews.sign(id, "IT", "REPLACE")
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("hashValid", nullValue())
                .body("signOffs[0].signedBy", equalTo("test OWNER"));
        reviews.sign(id, "IT", "KEEP").statusCode(409);
        reviews.open(200).body("version", equalTo(1));
        reviews.sign(id, "MARKETING", "FIX")
                .statusCode(201)
                .body("state", equalTo("FROZEN"))
                .body("hashValid", equalTo(true))
                .body("sections.find { it.key == 'header' }.data.state", equalTo("FROZEN"));
        reviews.sign(id, "MARKETING", "KEEP").statusCode(409);
        reviews.comment(id, "summary", "too late").statusCode(409);
        reviews.open(200).body("state", equalTo("FROZEN")).body("version", equalTo(2));

        String served = reviews.read(id).extract().asString();
        Map<String, Object> members = json.map(served);
        assertThat(members.remove("hashValid")).isEqualTo(true);
        assertThat(members.remove("hash")).isEqualTo(sha256(Canonical.json(members)));
        assertThat(audited(id)).containsExactly("review.open", "review.sign", "review.sign", "review.freeze");
    }

    /** Both wait for the same row, so the second must see what the first wrote while it waited. */
    @Test
    void isFrozenAlsoWhenBothSignAtTheSameMoment() throws Exception {
        String id = reviews.draft();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = jdbi.inTransaction(handle -> {
                handle.execute("SELECT 1 FROM review WHERE id = ? FOR UPDATE", UUID.fromString(id));
                Future<Integer> it = people.submit(
                        () -> reviews.sign(id, "IT", "KEEP").extract().statusCode());
                Future<Integer> marketing = people.submit(
                        () -> reviews.sign(id, "MARKETING", "KEEP").extract().statusCode());
                Awaitility.await().until(() -> waitingForReviews() == 2);
                return List.of(it, marketing);
            });
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        reviews.read(id).body("state", equalTo("FROZEN")).body("hashValid", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE review SET body = jsonb_set(body, '{sections,2,data,whole,availability}', '1') WHERE id = ?",
                "UPDATE review SET body = jsonb_set(body, '{sections,0,comment}', '\"fine\"') WHERE id = ?",
                "UPDATE review SET body = body || '{\"more\": 1}' WHERE id = ?",
                "UPDATE review SET state = 'DRAFT' WHERE id = ?",
                "UPDATE review SET state = 'DRAFT', hash = NULL, frozen_at = NULL WHERE id = ?",
                "UPDATE review SET period = '2001-Q1' WHERE id = ?",
                "UPDATE review SET frozen_at = frozen_at + interval '1 second' WHERE id = ?",
                "UPDATE review SET hash = repeat('0', 64) WHERE id = ?",
                "UPDATE review_sign_off SET decision = 'KEEP' WHERE review_id = ? AND lens = 'IT'",
                "DELETE FROM review_sign_off WHERE review_id = ? AND lens = 'IT'"
            })
    void tellsThatSomebodyChangedAFrozenReview(String tampering) {
        String id = reviews.draft();
        reviews.sign(id, "IT", "EXIT");
        reviews.sign(id, "MARKETING", "EXIT").body("hashValid", equalTo(true));

        jdbi.useHandle(handle -> handle.execute(tampering, UUID.fromString(id)));

        reviews.read(id).statusCode(200).header("ETag", notNullValue()).body("hashValid", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lens\":\"IT\",\"decision\":\"SHRUG\"}|/decision",
                "{\"lens\":\"IT\"}|/decision",
                "{\"decision\":\"KEEP\"}|/lens",
                "{\"lens\":\"LEGAL\",\"decision\":\"KEEP\"}|/lens"
            })
    void refusesSignaturesThatSayNothing(String body, String pointer) {
        String id = reviews.draft();

        As.owner()
                .body(body)
                .post("/api/v1/reviews/" + id + "/sign-offs")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private int waitingForReviews() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE '%FROM review WHERE id%'""").mapTo(int.class).one());
    }

    private List<String> audited(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT action FROM audit_entry WHERE subject = :subject ORDER BY id")
                        .bind("subject", "review/" + id)
                        .mapTo(String.class)
                        .list());
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
