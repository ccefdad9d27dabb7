package io.huitai.ui.fittings;

/// What every screen is given to work with.
public record Booth(Texts texts, Errands errands, Sheets sheets, Notices notices) {}
