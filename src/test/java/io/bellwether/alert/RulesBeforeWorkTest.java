package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesBeforeWorkTest {

    @Inject
    BeanManager beans;

    @Test
    void theRulesAreThereBeforeAnyJobIsStarted() {
        List<String> inOrder = beans.resolveObserverMethods(new StartupEvent()).stream()
                .map(ObserverMethod::getBeanClass)
                .map(Class::getName)
                .toList();

        assertThat(inOrder).anyMatch(RulesBeforeWorkTest::startsJobs).contains(RuleBook.class.getName());
        assertThat(inOrder.indexOf(RuleBook.class.getName())).isLessThan((int)
                inOrder.stream().takeWhile(name -> !startsJobs(name)).count());
    }

    private static boolean startsJobs(String observer) {
        return observer.contains("SchedulerImpl");
    }
}
