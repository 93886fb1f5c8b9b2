package io.bellwether.config;

import java.util.ArrayList;
import java.util.List;

/** The steps of a plan, in their order. */
final class Steps {

    enum Action {
        CREATE,
        CHANGE,
        REMOVE
    }

    private record Step(Action action, Change change, Runnable work) {}

    private final List<Step> steps = new ArrayList<>();
    private int unchanged;

    void add(Action action, Change change, Runnable work) {
        steps.add(new Step(action, change, work));
    }

    void same() {
        unchanged++;
    }

    /** @param between called after each step */
    void carryOut(Runnable between) {
        steps.forEach(step -> {
            step.work().run();
            between.run();
        });
    }

    Plan plan(boolean dryRun) {
        return new Plan(dryRun, of(Action.CREATE), of(Action.CHANGE), of(Action.REMOVE), unchanged);
    }

    private List<Change> of(Action action) {
        return steps.stream()
                .filter(step -> step.action() == action)
                .map(Step::change)
                .toList();
    }
}
