"""Emojis that shops put into prompts for what they show."""

from __future__ import annotations

EMOJIS: dict[str, str] = {
    emoji: words
    for words, emojis in {
        "christmas": "🎄🎅🤶",
        "winter": "❄☃⛄",
        "gifts": "🎁🎀🎈",
        "pumpkins": "🎃",
        "autumn leaves": "🍂🍁",
        "easter eggs": "🐣🥚",
        "flowers": "🌸🌺💐🪷",
        "tulips": "🌷",
        "roses": "🌹",
        "sunflowers": "🌻",
        "daisies": "🌼",
        "ears of wheat": "🌾",
        "plant": "🌿🍃🪴🌱",
        "tropical": "🌴",
        "beach": "🏖🏝🐚",
        "sea": "🌊",
        "sunlight": "☀🌞",
        "sunset": "🌅🌇",
        "night": "🌙🌃🌌",
        "clouds": "☁🌤⛅",
        "mountains": "🏔⛰🗻",
        "forest": "🌲🌳",
        "city": "🏙🌆",
        "fruit": "🍒🍍",
        "lemons": "🍋",
        "oranges": "🍊",
        "strawberries": "🍓",
        "apples": "🍎🍏",
        "grapes": "🍇",
        "blueberries": "🫐",
        "peaches": "🍑",
        "avocados": "🥑",
        "coconuts": "🥥",
        "tomatoes": "🍅",
        "croissants": "🥐",
        "honeycomb": "🍯",
        "candles": "🕯🪔",
        "books": "📚",
    }.items()
    for emoji in emojis
}
