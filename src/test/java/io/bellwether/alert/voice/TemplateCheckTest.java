package io.bellwether.alert.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {vendorNam}                                               | no fact 'vendorNam'
            {vendorName.class}                                        | no fact 'vendorName.class'
            {vendorName.length}                                       | no fact 'vendorName.length'
            {vendorName.toUpperCase()}                                | 'toUpperCase' cannot be called
            {vendorName.getClass.forName('java.lang.Runtime')}        | cannot be called
            {inject:clock}                                            | is no fact
            {cdi:agroal.url}                                          | is no fact
            {config:['quarkus.datasource.password']}                  | is no fact
            {endedAt}                                                 | no fact 'endedAt'
            {#if nothing}x{/if}                                       | no fact 'nothing'
            {#if urgent && vendorName.bytes}x{/if}                    | no fact 'vendorName.bytes'
            {#if urgent}a{#else if nothing}b{/if}                     | no fact 'nothing'
            {vendorName ?: nothing}                                   | no fact 'nothing'
            {#for i in 1000000000}x{/for}                             | list of facts
            {#for i in totalMinutes}x{/for}                           | list of facts
            {#for i in vendorName}x{/for}                             | list of facts
            {#each usedMinutes}x{/each}                               | list of facts
            {#include base /}                                         | include
            {#eval vendorName /}                                      | eval
            {#let x=vendorName}{x}{/let}                              | let
            {#if urgent}x                                             | if
            {/if}                                                     | section
            {@java.lang.Runtime runtime}                              | declares no parameters
            """)
    void whatATemplateMayNotDoIsNamed(String template, String what) {
        assertThat(faults("error-budget-burn", template))
                .isNotEmpty()
                .first()
                .satisfies(fault -> assertThat(fault.detail()).contains(what));
    }

    @Test
    void theLineIsNamed() {
        assertThat(faults("vendor-down", "one\ntwo {vendorName}\nthree {nobody}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
        assertThat(faults("vendor-down", "one\n{#if vendorName}\nthree"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("if"));
    }

    @Test
    void whatIsKnownIsToldToThoseWhoMistype() {
        assertThat(faults("vendor-down", "{probName}").getFirst().detail())
                .contains("attempts, attemptsBad, everySeconds")
                .contains("probeName")
                .doesNotContain("drivers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{vendorName} is {severity}.",
                "{#for driver in drivers}{driver.points} {driver_count}{#if driver_hasNext}, {/if}{/for}",
                "{#each drivers}{it.points}{/each}",
                "{drivers.size} reasons",
                "{#if indexNow == 7 && !cap}x{#else if indexNow gt indexBefore}y{#else}z{/if}",
                "{#switch severity}{#case 'CRITICAL'}now{#case 'INFO'}later{/switch}",
                "{cap ?: 'nothing'}",
                "{severity.or('none')}",
                "{! a remark !}{vendorName}",
                "{|{not a fact}|} {vendorName}",
                "no fact at all"
            })
    void whatATemplateIsForIsPossible(String template) {
        assertThat(faults("viability-slipping", template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {driver.points}                                                       | no fact 'driver.points'
            {#for driver in drivers}{driver.colour}{/for}                         | no fact 'driver.colour'
            {#for driver in drivers}x{#else}{driver.points}{/for}                 | no fact 'driver.points'
            {#for a in drivers}{#for b in drivers}x{/for}{/for}                   | loop within a loop
            {drivers.signal}                                                      | no fact 'drivers.signal'
            """)
    void aLoopShowsNoMoreThanItsEntries(String template, String what) {
        assertThat(faults("viability-slipping", template).getFirst().detail()).contains(what);
    }

    @Test
    void aFactThatMayBeMissingNeedsAnotherWord() {
        assertThat(faults("vendor-slow", "It takes {seconds} s.").getFirst().detail())
                .contains("seconds", "{name ?: 'unknown'}");
        assertThat(faults("vendor-slow", "It takes {seconds ?: 'some'} s.")).isEmpty();
        assertThat(faults("vendor-slow", "{#if seconds??}It takes {seconds} s.{#else}Slow.{/if}"))
                .isEmpty();
    }

    @Test
    void sectionsAreNotNestedForEver() {
        String deep = "{#if urgent}".repeat(100) + "x" + "{/if}".repeat(100);

        assertThat(faults("error-budget-burn", deep).getFirst().detail()).contains("deeper than 8");
    }

    @Test
    void aTemplateIsNeitherEmptyNorEndless() {
        assertThat(faults("vendor-down", " \n ").getFirst().detail()).contains("blank");
        assertThat(faults("vendor-down", "x".repeat(4_001)).getFirst().detail()).contains("4000");
    }

    private static List<TemplateFault> faults(String rule, String template) {
        return new Draft(new TemplateKey(rule, Moment.FIRING, Lens.IT), template).faults();
    }
}
