package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of a caller's making is read into {@code QUELL_RAW} alone, loses its parentheses in the next line, and leaves that variable only
 * through {@code FILTER} or {@code BASE64_ENCODE}. Names that a site or a switch made must stand inside a {@code FILTER}.
 */
final class CallerTextRule implements LintRule {

    private static final String READ =
            "\\$\\{(CALLERID\\(\\$\\{ARG1}\\)|PJSIP_HEADER\\(read,\\$\\{ARG1}\\)):0:(\\d+|\\$\\{ARG2})}";
    private static final Pattern READ_RAW = Pattern.compile("Set\\(QUELL_RAW=" + READ + "\\)$");
    private static final String CLEAN = "Set(QUELL_RAW=${REPLACE(QUELL_RAW,\\\\x29,])})";
    private static final Pattern OF_RAW =
            Pattern.compile("\\$\\{(FILTER\\([^,$]+,|LEN\\(|BASE64_ENCODE\\()\\$\\{QUELL_RAW}\\)}");
    private static final Pattern FILTERED = Pattern.compile(
            "\\$\\{FILTER\\([^,$]+,\\$\\{(CALLERID\\(num-pres\\)|FROM_DID|ARG1|STACK_PEEK\\(1,e,1\\)|CHANNEL\\([^)$]*\\)|IMPORT\\([^)]*\\)"
                    + "|MEMBERINTERFACE|QUEUENAME|STIR_SHAKEN\\([^)$]*\\))(:0:\\d+)?}\\)}");
    private static final Pattern FIXED_CHANNEL = Pattern.compile(
            "\\$\\{CHANNEL\\((channeltype|state)\\)}|\\$\\{IMPORT\\([^)]*,(QUELL_[A-Z_]+|BRIDGEPEER)\\)}");
    private static final Pattern SET_TARGET = Pattern.compile("Set\\(CALLERID\\((\\$\\{ARG1}|name)\\)=");
    private static final Pattern OUTSIDE = Pattern.compile(
            "CALLERID\\(|PJSIP_HEADERS?\\(|SIP_HEADER\\(|CONNECTEDLINE\\(|REDIRECTING\\(|\\$\\{(EXTEN|FROM_DID|MEMBERINTERFACE|QUEUENAME|QUELL_RAW)\\b"
                    + "|\\$\\{CHANNEL\\(|\\$\\{STACK_PEEK\\(1,e|\\$\\{STIR_SHAKEN\\(|SHELL\\(|EVAL\\(");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DialplanLine line = lines.get(i);
            if (READ_RAW.matcher(line.text()).find()) {
                if (i + 1 == lines.size() || !lines.get(i + 1).text().endsWith("Gosub(encode,1)")) {
                    found.add(line + ": Gosub(encode,1) must follow, which takes the parentheses out");
                }
            } else if (OUTSIDE.matcher(remainder(line.text())).find()) {
                found.add(line + ": text from outside stands here unfiltered");
            }
            if (line.extension().equals("encode")
                    && line.text().startsWith("exten")
                    && !line.text().endsWith(CLEAN)) {
                found.add(line + ": must begin with " + CLEAN);
            }
        }
        return found;
    }

    /** What is left of a line when everything filtered is taken out. */
    private static String remainder(String text) {
        String rest = text.replace(CLEAN, "");
        for (Pattern harmless : List.of(OF_RAW, FILTERED, FIXED_CHANNEL, SET_TARGET)) {
            rest = harmless.matcher(rest).replaceAll("");
        }
        return rest.replace("Set(QUELL_VERIFY=${STIR_SHAKEN(0,verify_result)})", "");
    }
}
