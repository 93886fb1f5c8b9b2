package io.bellwether.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The numbers that tell legal entities apart, each as its register writes it. A company number is only compared where it looks
 * like one of Companies House: elsewhere two courts may have given the same.
 *
 * @param numbers by the names that they have in the API
 */
record Identity(Map<String, String> numbers) {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern COMPANIES_HOUSE = Pattern.compile("[0-9]{1,8}|[A-Z]{2}[0-9A-Z]{6}");
    private static final int COMPANIES_HOUSE_LENGTH = 8;

    static Identity of(LegalEntity entity) {
        Map<String, String> numbers = new TreeMap<>();
        if (entity.cik() != null) {
            numbers.put("cik", LEADING_ZEROS.matcher(entity.cik()).replaceFirst(""));
        }
        if (entity.companyNumber() != null) {
            String number = entity.companyNumber().strip().toUpperCase(Locale.ROOT);
            if (COMPANIES_HOUSE.matcher(number).matches()) {
                numbers.put("companyNumber", "0".repeat(COMPANIES_HOUSE_LENGTH - number.length()) + number);
            }
        }
        if (entity.lei() != null) {
            numbers.put("lei", entity.lei());
        }
        return new Identity(numbers);
    }

    /** The names of the numbers that both have and that are the same. */
    List<String> shared(Identity other) {
        List<String> shared = new ArrayList<>();
        numbers.forEach((name, number) -> {
            if (number.equals(other.numbers.get(name))) {
                shared.add(name);
            }
        });
        return shared;
    }

    boolean same(Identity other) {
        return !shared(other).isEmpty();
    }

    /** Whether a register that knows both knows them by different numbers. */
    boolean differs(Identity other) {
        return numbers.entrySet().stream()
                .anyMatch(number -> other.numbers.containsKey(number.getKey())
                        && !number.getValue().equals(other.numbers.get(number.getKey())));
    }
}
