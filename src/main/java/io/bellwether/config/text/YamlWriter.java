package io.bellwether.config.text;

import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Writes values as YAML for people: in blocks, without anchors, with quotes where any YAML version would read no text. */
public final class YamlWriter {

    /** YAML 1.1 ends a line with these, and would lose them in the middle of a text. */
    private static final Pattern OTHER_BREAKS = Pattern.compile("[\\x{85}\\x{2028}\\x{2029}]");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

    private YamlWriter() {}

    public static String write(Map<String, ?> value) {
        String readable = write(value, true);
        return OTHER_BREAKS.matcher(readable).find() ? write(value, false) : readable;
    }

    private static String write(Map<String, ?> value, boolean unicode) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        options.setAllowUnicode(unicode);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options).dump(value);
    }

    /** Text as a comment, which no character in it can end. */
    public static String comment(String text) {
        return text.lines()
                .map(line -> UNPRINTABLE.matcher(line).replaceAll(" "))
                .map(line -> ("# " + line).stripTrailing() + "\n")
                .reduce("", String::concat);
    }
}
