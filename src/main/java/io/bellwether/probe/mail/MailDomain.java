package io.bellwether.probe.mail;

import io.bellwether.probe.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A domain below a top-level one, in its ASCII form. */
final class MailDomain implements Rule<String> {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern TOP = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** So that {@code _mta-sts.} and the like still fit before it. */
    private static final int LONGEST = 230;

    @Override
    public @Nullable String fault(String domain) {
        String[] labels = domain.split("\\.", -1);
        boolean plain = labels.length > 1
                && domain.length() <= LONGEST
                && TOP.matcher(labels[labels.length - 1]).matches();
        for (String label : labels) {
            plain &= LABEL.matcher(label).matches();
        }
        return plain ? null : "Must be a domain such as example.com, in its ASCII form (xn--… for others).";
    }
}
