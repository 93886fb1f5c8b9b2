package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @Test
    void isTheSameWhateverTheOrderOfTheKeys() {
        Map<String, Object> forwards = new LinkedHashMap<>();
        forwards.put("b", Map.of("y", 1, "x", List.of(true, "text")));
        forwards.put("a", null);
        Map<String, Object> backwards = new LinkedHashMap<>();
        backwards.put("a", null);
        backwards.put("b", new LinkedHashMap<>(Map.of("x", List.of(true, "text"), "y", 1.0)));

        assertThat(Canonical.json(forwards))
                .isEqualTo(Canonical.json(backwards))
                .isEqualTo("{\"a\":null,\"b\":{\"x\":[true,\"text\"],\"y\":1}}");
    }

    @Test
    void keepsTheOrderOfLists() {
        assertThat(Canonical.json(List.of(2, 1))).isEqualTo("[2,1]");
        assertThat(Canonical.json(new ArrayList<>(Arrays.asList(null, "")))).isEqualTo("[null,\"\"]");
    }

    /** RFC 8785, section 3.2.3. */
    @Test
    void sortsKeysByTheirUtf16Units() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(Canonical.json(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, section 3.2.2. */
    @Test
    void escapesOnlyWhatMustBeEscaped() {
        assertThat(Canonical.json("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmaScriptDoes(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(Canonical.json(value)).isEqualTo(expected);
    }
}
