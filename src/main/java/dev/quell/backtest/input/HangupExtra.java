package dev.quell.backtest.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a HANGUP event adds.
 *
 * @param cause Asterisk's hangup cause; 0 if it is not told
 * @param source the channel that hung up, or {@code dialplan/…}; empty if it is not told
 */
record HangupExtra(int cause, String source) {

    private static final Pattern CAUSE = Pattern.compile("\"hangupcause\":\\s*([0-9]{1,3})");
    private static final Pattern SOURCE = Pattern.compile("\"hangupsource\":\\s*\"([^\"\\\\]{0,128})\"");

    /** Reads the JSON that Asterisk writes. */
    static HangupExtra of(String json) {
        Matcher cause = CAUSE.matcher(json);
        Matcher source = SOURCE.matcher(json);
        return new HangupExtra(
                cause.find() ? Integer.parseInt(cause.group(1)) : 0, source.find() ? source.group(1) : "");
    }
}
