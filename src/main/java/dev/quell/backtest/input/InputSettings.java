package dev.quell.backtest.input;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How an input is read.
 *
 * @param format empty: recognised from the first lines
 * @param columns the columns in their order, if the file has no header line; empty: the format's usual ones
 * @param zone in which times without an offset are read
 * @param region ISO 3166 region in which telephone numbers without a country code are read
 * @param callers what callers are
 * @param inbound which CDR and event records are inbound calls
 */
public record InputSettings(
        Optional<InputFormat> format,
        List<String> columns,
        ZoneId zone,
        String region,
        Callers callers,
        InboundRule inbound) {

    public InputSettings {
        columns = List.copyOf(columns);
    }

    /** Everything recognised, all records inbound. */
    public static InputSettings recognising(ZoneId zone, String region) {
        return new InputSettings(Optional.empty(), List.of(), zone, region, Callers.BY_FORMAT, InboundRule.ALL);
    }

    /** What the callers of an input are. */
    public enum Callers {
        /** Telephone numbers in CDR and event files; elsewhere what begins with {@code +} is a number and all else is opaque. */
        BY_FORMAT,
        /** Telephone numbers. */
        NUMBERS,
        /** Opaque identities, whatever they look like. */
        OPAQUE
    }
}
