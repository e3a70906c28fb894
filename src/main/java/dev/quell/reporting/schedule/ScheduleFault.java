package dev.quell.reporting.schedule;

/** What can be wrong with a schedule that somebody writes. */
public enum ScheduleFault {
    NAME("name", "must be 1 to 32 letters, digits or hyphens"),
    AT("at", "must be a time of day in quotes, such as \"07:00\""),
    LANGUAGE("language", "must be en or zh"),
    NOBODY("mail", "nobody gets this report: give mail addresses, or webhook: true"),
    MAIL("mail", "must be mail addresses, such as lead@example.org"),
    MANY("mail", "must be 20 addresses at most, each once");

    private final String field;
    private final String sentence;

    ScheduleFault(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    /** Of which field. */
    public String field() {
        return field;
    }

    /** What would be right. */
    public String sentence() {
        return sentence;
    }
}
