package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    private final Json json = new Json(new ObjectMapper());

    /** The object cases of RFC 7386, appendix A. */
    @ParameterizedTest(name = "{0} patched with {1} is {2}")
    @CsvSource(delimiter = ';', textBlock = """
            {"a":"b"}          ; {"a":"c"}                  ; {"a":"c"}
            {"a":"b"}          ; {"b":"c"}                  ; {"a":"b","b":"c"}
            {"a":"b"}          ; {"a":null}                 ; {}
            {"a":"b","b":"c"}  ; {"a":null}                 ; {"b":"c"}
            {"a":["b"]}        ; {"a":"c"}                  ; {"a":"c"}
            {"a":"c"}          ; {"a":["b"]}                ; {"a":["b"]}
            {"a":{"b":"c"}}    ; {"a":{"b":"d","c":null}}   ; {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}  ; {"a":[1]}                  ; {"a":[1]}
            {"e":null}         ; {"a":1}                    ; {"e":null,"a":1}
            {}                 ; {"a":{"bb":{"ccc":null}}}  ; {"a":{"bb":{}}}
            {"a":"foo"}        ; {"a":{"b":"c","d":null}}   ; {"a":{"b":"c"}}
            """)
    void followsTheExamplesOfTheStandard(String target, String patch, String result) {
        assertThat(MergePatch.apply(json.map(target), json.map(patch))).isEqualTo(json.map(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = "{\"a\":{\"b\":1}};{\"a\":{\"b\":null}}")
    void leavesTheTargetAsItWas(String target, String patch) {
        Map<String, Object> original = json.map(target);

        MergePatch.apply(original, json.map(patch));

        assertThat(original).isEqualTo(json.map(target));
    }
}
