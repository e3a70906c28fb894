package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of a caller's making is read by name through {@code REPLACE}, which takes its closing parentheses out, and leaves that only through {@code FILTER} or
 * {@code BASE64_ENCODE}. Names that a site or a switch made must stand inside a {@code FILTER}.
 */
final class CallerTextRule implements LintRule {

    private static final String HEADERS = "QUELL_(UA|FROM|PAI|PRIO|DIV)";
    private static final String READ = "(CALLERID\\([a-z-]+\\)|PJSIP_HEADER\\(read,[A-Za-z-]+\\)|"
            + "\\$\\{IF\\(\\$\\[\\$\\{FIELDNUM\\(QUELL_NAMES,!,(?<name>[A-Za-z-]+)\\)} > 0]"
            + "\\?PJSIP_HEADER\\(read,\\k<name>\\):QUELL_NONE\\)})";
    private static final String CLEANED = "\\$\\{REPLACE\\(" + READ + ":0:\\d+,\\\\\\\\x29,[]!]\\)}";
    private static final Pattern OF_CALLER =
            Pattern.compile("\\$\\{(FILTER\\([^,$]+,|BASE64_ENCODE\\(\\.?)" + CLEANED + "\\)}");
    private static final Pattern LENGTH =
            Pattern.compile("\\$\\{LEN\\(\\$\\{REPLACE\\(" + READ + "(:0:\\d+)?,\\\\\\\\x29,!\\)}\\)}");
    /** What only some channels know, by a name that is chosen from two. */
    private static final Pattern COUNT = Pattern.compile(
            "\\$\\{FILTER\\(0-9,\\$\\{\\$\\{IF\\(\\$\\[\"[^\"]*\" = \"[^\"]*\"]\\?(STIR_SHAKEN\\(count\\)|CHANNEL\\(rtcp,rxcount\\)):QUELL_NONE\\)}}\\)}");

    private static final String CALLED = "${FILTER(0-9A-Za-z_.:/@+\\x2D,${${IF($[${FIELDQTY(ARG1,x)} > 0]?ARG1:"
            + "${IF($[${FIELDQTY(FROM_DID,x)} > 0]?FROM_DID:STACK_PEEK(1,e,1))})}:0:128})}";
    /** The names of an INVITE's headers, which keep all letters and signs that the grammar of SIP allows in one. */
    private static final String NAMES = "${FILTER(0-9A-Za-z_.!%*+~`'\\x2D,${REPLACE(${IF("
            + "$[\"${CHANNEL(channeltype)}${GLOBAL(QUELL_HEADERS)}\" = \"PJSIP\"]?PJSIP_HEADERS():QUELL_HEADERS)}"
            + ":0:1024,\\\\x29\\\\x2C,!)})}";

    private static final Pattern COUNTED =
            Pattern.compile("\\$\\{FIELDQTY\\((CALLERID\\([a-z-]+\\)|" + HEADERS + "),x\\)}");
    private static final Pattern FILTERED = Pattern.compile(
            "\\$\\{FILTER\\([^,$]+,\\$\\{(CALLERID\\(num-pres\\)|FROM_DID|ARG1|STACK_PEEK\\(1,e,1\\)|CHANNEL\\([^)$]*\\)|IMPORT\\([^)]*\\)"
                    + "|MEMBERINTERFACE|QUEUENAME|STIR_SHAKEN\\([^)$]*\\))(:\\d+:-?\\d+)?}\\)}");
    private static final Pattern FIXED_CHANNEL = Pattern.compile(
            "\\$\\{CHANNEL\\((channeltype|state)\\)}|\\$\\{IMPORT\\([^)]*,(QUELL_[A-Z_]+|BRIDGEPEER)\\)}");
    private static final Pattern SET_TARGET = Pattern.compile("Set\\(CALLERID\\([a-z-]+\\)=");
    private static final Pattern OUTSIDE = Pattern.compile(
            "CALLERID\\(|PJSIP_HEADERS?\\(|SIP_HEADER\\(|CONNECTEDLINE\\(|REDIRECTING\\(|\\$\\{(EXTEN|FROM_DID|MEMBERINTERFACE|QUEUENAME|"
                    + HEADERS
                    + ")\\b|\\$\\{CHANNEL\\(|\\$\\{STACK_PEEK\\(1,e|\\$\\{\\$\\{IF|\\$\\{STIR_SHAKEN\\(|SHELL\\(|EVAL\\(");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (DialplanLine line : lines) {
            if (OUTSIDE.matcher(remainder(line.text())).find()) {
                found.add(line + ": text from outside stands here unfiltered");
            }
        }
        return found;
    }

    /** What is left of a line when everything filtered is taken out. */
    private static String remainder(String text) {
        String rest = text.replace(CALLED, "").replace(NAMES, "");
        for (Pattern harmless : List.of(COUNT, LENGTH, OF_CALLER, COUNTED, FILTERED, FIXED_CHANNEL, SET_TARGET)) {
            rest = harmless.matcher(rest).replaceAll("");
        }
        return rest.replace("Set(QUELL_VERIFY=${STIR_SHAKEN(0,verify_result)})", "");
    }
}
