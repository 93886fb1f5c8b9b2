package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.GradeCard.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP Observatory's arithmetic: from 100 each penalty goes off; bonuses count where 90 or more are left; no score is below
 * 0, and there is no ceiling. The grade is that of the score rounded down to a multiple of 5.
 */
final class ScoreCard {

    private static final int BASE = 100;
    private static final int BONUSES_FROM = 90;

    private ScoreCard() {}

    static GradeCard of(List<CheckResult> results) {
        List<String> untested = results.stream()
                .filter(result -> result.outcome() == CheckOutcome.UNKNOWN)
                .map(result -> result.checkId() + ": " + result.reason())
                .toList();
        if (untested.size() == results.size()) {
            return new GradeCard(null, null, List.of(), untested);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Base", (double) BASE));
        results.stream().filter(result -> result.modifier() < 0).forEach(result -> steps.add(step(result)));
        int penalised = BASE + sum(results, -1);
        steps.add(new Step("Base and penalties", (double) penalised));
        int score = withBonuses(results, penalised, steps);
        if (score < 0) {
            score = 0;
            steps.add(new Step("No score is below 0", 0.0));
        }
        String grade = grade(score);
        steps.add(new Step(
                "Score; " + Math.min(BASE, score - score % 5) + " and up to the next step is " + grade,
                (double) score));
        return new GradeCard(score, grade, steps, untested);
    }

    /** @param score not negative */
    static String grade(int score) {
        int floored = Math.min(BASE, score - score % 5);
        return switch (floored) {
            case 100 -> "A+";
            case 90, 95 -> "A";
            case 85 -> "A-";
            case 80 -> "B+";
            case 70, 75 -> "B";
            case 65 -> "B-";
            case 60 -> "C+";
            case 50, 55 -> "C";
            case 45 -> "C-";
            case 40 -> "D+";
            case 30, 35 -> "D";
            case 25 -> "D-";
            default -> "F";
        };
    }

    private static int withBonuses(List<CheckResult> results, int penalised, List<Step> steps) {
        int bonuses = sum(results, 1);
        if (bonuses == 0) {
            return penalised;
        }
        if (penalised < BONUSES_FROM) {
            steps.add(new Step("Bonuses of " + bonuses + " do not count below " + BONUSES_FROM, null));
            return penalised;
        }
        results.stream().filter(result -> result.modifier() > 0).forEach(result -> steps.add(step(result)));
        return penalised + bonuses;
    }

    private static int sum(List<CheckResult> results, int sign) {
        return results.stream()
                .mapToInt(CheckResult::modifier)
                .filter(modifier -> Integer.signum(modifier) == sign)
                .sum();
    }

    private static Step step(CheckResult result) {
        return new Step(result.checkId() + ": " + result.resultCode(), (double) result.modifier());
    }
}
