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
        "flowers": "🌸🌷🌹🌺🌻🌼💐🪷",
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
        "fruit": "🍋🍊🍓🍒🍎🍇🍍",
        "candles": "🕯🪔",
        "books": "📚",
    }.items()
    for emoji in emojis
}
