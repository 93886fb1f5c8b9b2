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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads a company's entry at Companies House. That it cannot be read is never the vendor's fault. */
@Singleton
final class CompaniesHouseProbe implements DailyProbe<CompaniesHouseProbe.Settings> {

    private static final int DIGITS = 8;

    /** @param companyNumber eight characters such as 01234567 or SC123456; leading zeros may be left out */
    record Settings(
            @NotNull @Pattern(
                    regexp = "^([0-9]{1,8}|[A-Za-z]{2}[0-9A-Za-z]{6})$",
                    message = "must be a number of Companies House such as 01234567 or SC123456")
            String companyNumber) {

        /** As the register writes it. */
        String number() {
            return "0".repeat(DIGITS - companyNumber.length()) + companyNumber.toUpperCase(Locale.ROOT);
        }
    }

    private final CompaniesHouse register;

    CompaniesHouseProbe(CompaniesHouse register) {
        this.register = register;
    }

    @Override
    public String kind() {
        return "companies-house";
    }

    @Override
    public String description() {
        return "Reads a British company's status, accounts, charges, directors and insolvency at Companies House.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            return judge(settings.number(), register.company(settings.number(), context), context.startedAt());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    static Verdict judge(String number, Company company, Instant now) {
        List<Finding> states = CompanyFindings.of(number, company, now);
        long untold = states.stream()
                .filter(state -> States.UNKNOWN.equals(state.value()))
                .count();
        String status = String.valueOf(company.profile().text("company_status"));
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                Objects.requireNonNullElse(company.profile().text("company_name"), "Company") + " (" + number + ") is '"
                        + status + "' at Companies House; " + states.size() + " entries read, " + untold
                        + " of them not told.",
                company.phases(),
                Map.of("companyNumber", number, "status", status, "entries", states.size(), "untold", untold),
                states);
    }
}
