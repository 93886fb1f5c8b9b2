package io.bellwether.dashboard;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.fact.posture.CheckView;
import io.bellwether.fact.posture.SecurityView;
import io.bellwether.vendor.Vendor;
import java.util.List;

/** A vendor's security posture laid out for reading: what to mend first, then how each grade is made. */
public record PostureView(Vendor vendor, SecurityView security) {

    public String path() {
        return "/vendors/" + vendor.slug() + "/security";
    }

    public boolean empty() {
        return security.checks().isEmpty();
    }

    /** What takes something from the vendor, the heaviest first. */
    public List<CheckView> weak() {
        return security.checks().stream().filter(check -> check.outcome().bad()).toList();
    }

    public List<CheckView> untold() {
        return security.checks().stream()
                .filter(check -> check.outcome() == CheckOutcome.UNKNOWN)
                .toList();
    }

    public List<CheckView> sound() {
        return security.checks().stream()
                .filter(check -> check.outcome() == CheckOutcome.PASS || check.outcome() == CheckOutcome.NOT_APPLICABLE)
                .toList();
    }
}
