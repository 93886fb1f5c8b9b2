package io.bellwether.probe.dns;

import io.bellwether.probe.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name below a top-level domain, of a domain or a host, in its ASCII form. */
final class ZoneName implements Rule<String> {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,63}");
    private static final int LONGEST = 253;

    @Override
    public @Nullable String fault(String name) {
        String[] labels = name.split("\\.", -1);
        boolean plain = labels.length > 1 && name.length() <= LONGEST;
        for (String label : labels) {
            plain &= LABEL.matcher(label).matches();
        }
        return plain ? null : "Must be a name such as example.com or www.example.com, in its ASCII form.";
    }
}
