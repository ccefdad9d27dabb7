package io.huitai.shop;

import java.util.Optional;

/// Who allowed a step, and exactly which one.
///
/// @param step the step itself is the entry that carries this; empty in entries from before approvals were bound to it
public record Approval(OperatorId by, Role role, Optional<StepDigest> step) {}
