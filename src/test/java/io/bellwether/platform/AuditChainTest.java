package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes to the tables past the application is found out. */
@QuarkusTest
class AuditChainTest {

    private final Audit audit;
    private final AuditChain chain;
    private final Jdbi jdbi;

    AuditChainTest(Audit audit, AuditChain chain, Jdbi jdbi) {
        this.audit = audit;
        this.chain = chain;
        this.jdbi = jdbi;
    }

    @Test
    void aLogThatManyWriteAtOnceIsOneChain() throws InterruptedException {
        long before = chain.verify().entries();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> writers = IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(_ -> this::recorded)
                    .toList();
            threads.invokeAll(writers);
        }

        AuditChain.Verification verification = chain.verify();

        assertThat(verification.fault()).isNull();
        assertThat(verification.entries()).isGreaterThanOrEqualTo(before + 50);
        assertThat(verification.head()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE audit_entry SET actor = 'somebody else' WHERE subject = :subject            | was changed or taken out
            UPDATE audit_entry SET at = at - interval '1 hour' WHERE subject = :subject        | was changed or taken out
            DELETE FROM audit_link USING audit_entry e WHERE e.id = entry_id AND e.subject = :subject | was changed or taken out
            INSERT INTO audit_entry (actor, action, subject, detail) VALUES ('x', 'y', :subject, '{}') | was put in past the chain
            UPDATE audit_head SET number = number + 1                                          | does not end
            """)
    void whatIsDonePastTheApplicationShows(String manipulation, String fault) {
        String subject = recorded();
        recorded();

        jdbi.useHandle(handle -> {
            handle.begin();
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.createUpdate(manipulation)
                    .configure(
                            org.jdbi.v3.core.statement.SqlStatements.class,
                            statements -> statements.setUnusedBindingAllowed(true))
                    .bind("subject", subject)
                    .execute();
            AuditChain.Verification verification = AuditChain.verify(handle);
            handle.rollback();
            assertThat(verification.fault()).contains(fault);
        });
    }

    @Test
    void theTablesRefuseToBeChanged() {
        recorded();

        assertThatThrownBy(() -> jdbi.useHandle((Handle handle) -> handle.execute("DELETE FROM audit_entry")))
                .hasMessageContaining("can only be added to");
        assertThatThrownBy(() -> jdbi.useHandle((Handle handle) -> handle.execute("UPDATE audit_link SET number = 0")))
                .hasMessageContaining("can only be added to");
    }

    private String recorded() {
        String subject = "thing/" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> audit.record("thing.change", subject, Map.of("to", 1)));
        return subject;
    }
}
