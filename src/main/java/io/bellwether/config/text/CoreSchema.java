package io.bellwether.config.text;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain scalars are no text: those of the JSON schema of YAML 1.2, spelled as people do. Version 1.1 would make a truth
 * value of {@code no}, sixty-two of {@code 1:02}, a date of {@code 2026-01-01}, and an octal number of a key with leading
 * zeros.
 */
final class CoreSchema extends Resolver {

    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,30})");
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");
    private static final Pattern EMPTY = Pattern.compile("");
    private static final Pattern MERGE = Pattern.compile("<<");
    private static final String DIGITS = "-0123456789";

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.INT, WHOLE, DIGITS);
        addImplicitResolver(Tag.FLOAT, DECIMAL, DIGITS);
        addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
        addImplicitResolver(Tag.NULL, NOTHING, "~nN");
        addImplicitResolver(Tag.NULL, EMPTY, null);
        addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
}
