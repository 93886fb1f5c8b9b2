package io.bellwether.probe;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name below a top-level domain, in its ASCII form. */
public final class RegistrableName implements Rule<String> {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern TOP = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final int LONGEST = 253;

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
