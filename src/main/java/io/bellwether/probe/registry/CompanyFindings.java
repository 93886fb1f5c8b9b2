package io.bellwether.probe.registry;

import io.bellwether.core.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A company's entry at Companies House as states, one for each question; what is not told is UNKNOWN. */
final class CompanyFindings {

    private static final String PAGE = "https://find-and-update.company-information.service.gov.uk/company/";
    private static final Set<String> STATUSES = Set.of(
            "active",
            "dissolved",
            "liquidation",
            "receivership",
            "converted-closed",
            "voluntary-arrangement",
            "insolvency-proceedings",
            "administration",
            "open",
            "closed",
            "registered",
            "removed");

    private CompanyFindings() {}

    static List<Finding> of(String number, Company company, Instant now) {
        States states = new States("companies-house", number, PAGE + number, now);
        Answer profile = company.profile();
        String word = profile.text("company_status");
        String status = word != null && STATUSES.contains(word) ? word : null;
        states.add("company-status", status == null ? States.UNKNOWN : upper(status), ceased(profile), about(profile));
        Insolvency.add(states, status, company.cases());
        strikeOff(states, status, profile.text("company_status_detail"));
        accounts(states, profile.part("accounts"));
        Answer confirmation = profile.part("confirmation_statement");
        due(states, "company-confirmation", confirmation.flag("overdue"), confirmation.day("next_due"));
        Charges.add(states, company.charges());
        Directors.add(states, company.officers());
        AccountsKind.add(states, company.accounts());
        AccountsDate.add(states, company.accounts());
        return states.all();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable LocalDate ceased(Answer profile) {
        return profile.day("date_of_cessation");
    }

    private static Map<String, @Nullable Object> about(Answer profile) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("name", profile.text("company_name"));
        about.put("companyNumber", profile.text("company_number"));
        about.put("status", profile.text("company_status"));
        about.put("statusDetail", profile.text("company_status_detail"));
        about.put("jurisdiction", profile.text("jurisdiction"));
        about.put("createdOn", profile.day("date_of_creation"));
        about.put("ceasedOn", ceased(profile));
        return about;
    }

    /** The detail is there only where there is something to say beside the status. */
    private static void strikeOff(States states, @Nullable String status, @Nullable String detail) {
        if (status == null) {
            states.unknown("company-strike-off", "The register does not tell a status that we know.");
            return;
        }
        boolean proposed = status.equals("active") && "active-proposal-to-strike-off".equals(detail);
        states.add("company-strike-off", proposed ? "PROPOSED" : "NONE", null, Map.of());
    }

    private static void accounts(States states, Answer accounts) {
        Answer next = accounts.part("next_accounts");
        Boolean flag = next.flag("overdue");
        LocalDate due = next.day("due_on");
        due(
                states,
                "company-accounts",
                flag == null ? accounts.flag("overdue") : flag,
                due == null ? accounts.day("next_due") : due);
    }

    private static void due(States states, String signal, @Nullable Boolean overdue, @Nullable LocalDate due) {
        if (overdue == null) {
            states.unknown(signal, "The register does not tell whether this is overdue.");
        } else if (!overdue) {
            states.add(signal, "IN_TIME", null, evidence(due));
        } else if (due != null && !due.isBefore(states.today())) {
            states.unknown(signal, "The register says overdue of what is due on " + due + ".");
        } else {
            states.add(signal, "OVERDUE", due, evidence(due));
        }
    }

    private static Map<String, @Nullable Object> evidence(@Nullable LocalDate due) {
        return due == null ? Map.of() : Map.of("dueOn", due);
    }
}
