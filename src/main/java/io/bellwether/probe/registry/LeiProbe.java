package io.bellwether.probe.registry;

import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads who a vendor is in law, and whose. That the index cannot be read is never the vendor's fault. */
@Singleton
final class LeiProbe implements DailyProbe<LeiProbe.Settings> {

    /** @param lei the Legal Entity Identifier of whoever the contract is with */
    record Settings(
            @NotNull @Pattern(regexp = "^[A-Z0-9]{18}[0-9]{2}$", message = "must be 20 characters as in ISO 17442") String lei) {}

    private final Gleif index;

    LeiProbe(Gleif index) {
        this.index = index;
    }

    @Override
    public String kind() {
        return "lei";
    }

    @Override
    public String description() {
        return "Reads a legal entity's name, status, registration and parents in the worldwide index of LEIs.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            return judge(settings.lei(), index.entity(settings.lei(), context), context.startedAt());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    static Verdict judge(String lei, LegalEntity entity, Instant now) {
        List<Finding> states = LegalEntityFindings.of(lei, entity, now);
        Answer attributes = entity.data().part("attributes");
        String name = String.valueOf(attributes.part("entity").part("legalName").text("name"));
        String status = String.valueOf(attributes.part("entity").text("status"));
        String registration = String.valueOf(attributes.part("registration").text("status"));
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                name + " (" + lei + ") is " + status + ", its registration " + registration + ".",
                entity.phases(),
                Map.of("lei", lei, "name", name, "status", status, "registration", registration),
                states);
    }
}
