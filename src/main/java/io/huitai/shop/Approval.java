package io.huitai.shop;

/// Who allowed a step, and what exactly was allowed.
///
/// @param what the step as it was asked for, in canonical JSON
public record Approval(OperatorId by, Role role, String what) {}
