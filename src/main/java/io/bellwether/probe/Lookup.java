package io.bellwether.probe;

import java.util.List;
import org.xbill.DNS.Record;

/** What our resolver says to the question for one kind of record of one name. */
public sealed interface Lookup {

    /** @param records of the kind that was asked for, at the end of any chain of aliases, never empty */
    record Found(List<Record> records) implements Lookup {}

    /** The name is there, without records of this kind. */
    record NoData() implements Lookup {}

    record NoSuchName() implements Lookup {}

    /**
     * We could not tell.
     *
     * @param reason one sentence
     */
    record Unanswered(String reason) implements Lookup {}

    /** The records, none unless found. */
    default List<Record> recordsOrNone() {
        return this instanceof Found found ? found.records() : List.of();
    }
}
