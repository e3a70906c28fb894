package dev.quell.web.problem;

/**
 * One fault of a request.
 *
 * @param field the field of the body, the parameter of the query or the part of the path
 * @param fault what is wrong and what would be right
 */
public record FieldFault(String field, String fault) {}
